import * as z from '../../../contract/zod'
import { defineCollection } from './collection'

/** A published policy: `_id` is `<kind>:<n>`, and its body never changes. */
export interface PolicyDocument {
  _id: string
  v: 1
  body: unknown
  publishedAt: number
  publishedBy: string
}

export const policies = defineCollection<PolicyDocument>({
  name: 'policies',
  schema: z.strictObject({
    _id: z.string(),
    v: z.literal(1),
    body: z.unknown(),
    publishedAt: z.int(),
    publishedBy: z.string(),
  }),
  indexes: [],
})
