import * as z from '../../../contract/zod'
import type { Plate } from '../../../domain/plate/plate'
import { defineCollection } from './collection'

export const plates = defineCollection<Plate>({
  name: 'plates',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      version: z.int(),
      rev: z.int(),
      areaId: z.string(),
      issue: z.int(),
      picture: z.optional(z.strictObject({ issue: z.int(), fileId: z.string() })),
      events: z.array(
        z.strictObject({
          kind: z.enum(['issued', 'reissued']),
          at: z.int(),
          by: z.strictObject({ personId: z.string(), officerId: z.string(), name: z.string() }),
          issue: z.int(),
          reason: z.optional(z.string()),
          token: z.string(),
        }),
      ),
    }),
  // Only ever read by id, which an area's id gives.
  indexes: [],
})
