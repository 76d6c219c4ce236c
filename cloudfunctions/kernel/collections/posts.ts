import * as z from '../../../contract/zod'
import type { Post } from '../../../domain/account/post'
import { defineCollection } from './collection'

export const postKind = z.enum(['gridMember', 'blockLead', 'communityDuty', 'streetDuty'])

export const posts = defineCollection<Post>({
  name: 'posts',
  schema: z.strictObject({
    _id: z.string(),
    v: z.literal(1),
    officerId: z.string(),
    personId: z.optional(z.string()),
    name: z.string(),
    areaId: z.string(),
    kind: postKind,
    duty: z.strictObject({ days: z.array(z.int()), from: z.int(), to: z.int() }),
    workPhone: z.optional(z.string()),
    from: z.int(),
    to: z.optional(z.int()),
  }),
  // Read whole, in order of `_id`, and kept in memory.
  indexes: [],
})
