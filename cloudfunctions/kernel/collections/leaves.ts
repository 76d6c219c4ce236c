import * as z from '../../../contract/zod'
import type { Leave } from '../../../domain/account/post'
import { defineCollection } from './collection'

export const leaves = defineCollection<Leave>({
  name: 'leaves',
  schema: z.strictObject({
    _id: z.string(),
    v: z.literal(1),
    officerId: z.string(),
    from: z.int(),
    to: z.int(),
    coverId: z.optional(z.string()),
    by: z.string(),
    at: z.int(),
    token: z.string(),
    endKey: z.string(),
  }),
  // Those still to end are read whole, and kept in memory.
  indexes: [{ name: 'end', keys: [['endKey', '1']] }],
})
