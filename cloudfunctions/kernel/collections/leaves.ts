import * as z from '../../../contract/zod'
import type { Leave } from '../../../domain/account/post'
import { defineCollection } from './collection'
import { staffActor } from './staffActor'

const time = { from: z.int(), to: z.int(), coverId: z.optional(z.string()) }

export const leaves = defineCollection<Leave>({
  name: 'leaves',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      version: z.int(),
      rev: z.int(),
      officerId: z.string(),
      ...time,
      events: z.array(
        z.strictObject({
          kind: z.enum(['entered', 'changed', 'ended', 'withdrawn']),
          at: z.int(),
          by: z.optional(staffActor),
          token: z.optional(z.string()),
          ...time,
        }),
      ),
      endKey: z.string(),
    }),
  // Those still to end are read whole, and kept in memory.
  indexes: [{ name: 'end', keys: [['endKey', '1']] }],
})
