import * as z from '../../../contract/zod'
import type { PolicyAuthor } from '../../../domain/policy/policyDraft'
import { defineCollection } from './collection'

/** A published policy: `_id` is `<kind>:<n>`, and its body never changes. */
export interface PolicyDocument {
  _id: string
  v: 1
  kind: string
  body: unknown
  note: string
  /** The draft it was published from. */
  draftId: string
  publishedAt: number
  publishedBy: PolicyAuthor
}

export const policies = defineCollection<PolicyDocument>({
  name: 'policies',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      kind: z.string(),
      body: z.unknown(),
      note: z.string(),
      draftId: z.string(),
      publishedAt: z.int(),
      publishedBy: z.strictObject({
        personId: z.string(),
        officerId: z.string(),
        name: z.string(),
        post: z.string(),
      }),
    }),
  // A street publishes a few in a year: all of a kind are read at once.
  indexes: [
    {
      name: 'kind_newest',
      keys: [
        ['kind', '1'],
        ['publishedAt', '-1'],
      ],
    },
  ],
})
