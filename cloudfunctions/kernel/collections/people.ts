import * as z from '../../../contract/zod'
import type { Person } from '../../../domain/account/post'
import { defineCollection } from './collection'
import { postKind } from './posts'

export const people = defineCollection<Person>({
  name: 'people',
  schema: z.strictObject({
    _id: z.string(),
    v: z.literal(1),
    openid: z.string(),
    name: z.optional(z.string()),
    homeGridId: z.optional(z.string()),
    grants: z.array(
      z.strictObject({
        postId: z.string(),
        officerId: z.string(),
        kind: postKind,
        areaId: z.string(),
        from: z.int(),
        to: z.optional(z.int()),
      }),
    ),
    seenAt: z.int(),
    createdAt: z.int(),
  }),
  // Only ever read by id.
  indexes: [],
})
