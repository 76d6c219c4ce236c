import { point } from '../../../contract/place'
import * as z from '../../../contract/zod'
import { type NamedPlace, namedPlaceKinds } from '../../../domain/area/place'
import type { Versioned } from '../../../domain/version/versioned'
import { defineCollection } from './collection'
import { versionIndex } from './versionIndex'

export const places = defineCollection<Versioned<NamedPlace>>({
  name: 'places',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      of: z.string(),
      version: z.int(),
      v: z.literal(1),
      kind: z.enum(namedPlaceKinds),
      name: z.string(),
      aliases: z.optional(z.array(z.string())),
      address: z.optional(z.string()),
      gridId: z.string(),
      point: z.optional(point),
    }),
  // Read whole when something is searched for, and kept in memory.
  indexes: [versionIndex],
})
