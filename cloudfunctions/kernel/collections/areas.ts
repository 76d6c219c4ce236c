import { areaKinds } from '../../../contract/area'
import { boundary, point } from '../../../contract/place'
import * as z from '../../../contract/zod'
import type { Area } from '../../../domain/area/area'
import { defineCollection } from './collection'

export const areas = defineCollection<Area>({
  name: 'areas',
  schema: z.strictObject({
    _id: z.string(),
    v: z.literal(1),
    kind: z.enum(areaKinds),
    name: z.string(),
    tree: z.enum(['grid', 'red']),
    parentId: z.optional(z.string()),
    path: z.array(z.string()),
    center: point,
    boundary,
    dutyPhone: z.optional(z.string()),
  }),
  // Read whole in order of `_id` without outlines, and kept in memory; the outlines by these.
  indexes: [
    {
      name: 'kind',
      keys: [
        ['kind', '1'],
        ['_id', '1'],
      ],
    },
    {
      name: 'within',
      keys: [
        ['path', '1'],
        ['kind', '1'],
      ],
    },
  ],
})
