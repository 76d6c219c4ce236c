import { comparedPoints, policyFinding, policyKinds } from '../../../contract/policy'
import * as z from '../../../contract/zod'
import type { PolicyDraft } from '../../../domain/policy/policyDraft'
import { defineCollection } from './collection'

const by = z.strictObject({
  personId: z.string(),
  officerId: z.string(),
  name: z.string(),
  post: z.string(),
})

const difference = { point: z.enum(comparedPoints), from: z.string(), to: z.string() }

export const policyDrafts = defineCollection<PolicyDraft>({
  name: 'policyDrafts',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      version: z.int(),
      rev: z.int(),
      kind: z.enum(policyKinds),
      basedOn: z.string(),
      body: z.string(),
      note: z.string(),
      findings: z.array(policyFinding),
      rehearsal: z.optional(
        z.strictObject({
          at: z.int(),
          against: z.string(),
          messages: z.int(),
          changed: z.int(),
          lostDangers: z.int(),
          ways: z.array(z.strictObject({ ...difference, times: z.int() })),
          changes: z.array(
            z.strictObject({
              id: z.string(),
              no: z.string(),
              lostDanger: z.optional(z.literal(true)),
              points: z.array(z.strictObject(difference)),
            }),
          ),
        }),
      ),
      publishedAs: z.optional(z.string()),
      events: z.array(
        z.strictObject({
          kind: z.enum(['saved', 'rehearsed', 'published']),
          at: z.int(),
          by,
          token: z.string(),
        }),
      ),
      listKey: z.string(),
    }),
  indexes: [{ name: 'newest', keys: [['listKey', '-1']] }],
})
