import * as z from '../../../contract/zod'
import type { Night } from '../../../domain/roster/night'
import { defineCollection } from './collection'

export const nights = defineCollection<Night>({
  name: 'nights',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      rev: z.int(),
      events: z.array(z.never()),
      stage: z.enum(['reading', 'settling', 'done']),
      root: z.int(),
      cursor: z.string(),
      requests: z.int(),
      lacks: z.array(
        z.strictObject({
          kind: z.enum(['area', 'requests']),
          areaId: z.string(),
          areaIds: z.array(z.string()),
          officer: z.optional(z.strictObject({ officerId: z.string(), name: z.string(), post: z.string() })),
          count: z.optional(z.int()),
        }),
      ),
    }),
  // Only ever read by id.
  indexes: [],
})
