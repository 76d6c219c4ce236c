import { seatKinds } from '../../../contract/council'
import * as z from '../../../contract/zod'
import type { Council } from '../../../domain/council/topic'
import { defineCollection } from './collection'

export const councils = defineCollection<Council>({
  name: 'councils',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      areaId: z.string(),
      name: z.string(),
      seats: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(seatKinds),
          title: z.string(),
          personId: z.optional(z.string()),
          name: z.string(),
          from: z.int(),
          to: z.int(),
        }),
      ),
      moves: z.optional(z.array(z.strictObject({ by: z.string(), from: z.string(), to: z.string() }))),
    }),
  indexes: [
    { name: 'area', keys: [['areaId', '1']] },
    { name: 'moved_by', keys: [['moves.by', '1']] },
  ],
})
