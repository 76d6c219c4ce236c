import { boundary, point } from '../../../contract/place'
import * as z from '../../../contract/zod'
import type { Area } from '../../../domain/area/area'
import type { Versioned } from '../../../domain/version/versioned'
import { defineCollection } from './collection'
import { versionIndex } from './versionIndex'

const dated = z.strictObject({ count: z.int(), asOf: z.int() })

export const areas = defineCollection<Versioned<Area>>({
  name: 'areas',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      of: z.string(),
      version: z.int(),
      v: z.literal(2),
      kind: z.string(),
      name: z.string(),
      tree: z.string(),
      parentId: z.optional(z.string()),
      path: z.array(z.string()),
      center: z.optional(point),
      boundary,
      dutyPhone: z.optional(z.string()),
      code: z.optional(z.string()),
      aliases: z.optional(z.array(z.string())),
      property: z.optional(z.string()),
      class: z.optional(z.int()),
      population: z.optional(dated),
      households: z.optional(dated),
      institution: z.optional(
        z.strictObject({ kind: z.enum(['school', 'hospital', 'firm', 'other']), name: z.string() }),
      ),
    }),
  // Read whole in order of `_id` without outlines, and kept in memory; the outlines of one map by `within`.
  indexes: [
    versionIndex,
    {
      name: 'within',
      keys: [
        ['version', '1'],
        ['path', '1'],
      ],
    },
  ],
})
