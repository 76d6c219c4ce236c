import { seatKinds, topicStatuses } from '../../../contract/council'
import * as z from '../../../contract/zod'
import type { Topic } from '../../../domain/council/topic'
import type { VoteRule } from '../../../domain/council/voteRule'
import { defineCollection } from './collection'

const voter = z.strictObject({
  personId: z.string(),
  seatId: z.string(),
  kind: z.enum(seatKinds),
  title: z.string(),
  name: z.string(),
})

const result = z.strictObject({
  passed: z.boolean(),
  quorate: z.boolean(),
  counts: z.strictObject({ roll: z.int(), cast: z.int(), for: z.int(), against: z.int(), abstain: z.int() }),
  explanation: z.array(z.string()),
})

export const topics = defineCollection<Topic>({
  name: 'topics',
  schema: () =>
    z.strictObject({
      _id: z.string(),
      v: z.literal(1),
      version: z.int(),
      rev: z.int(),
      councilId: z.string(),
      council: z.string(),
      areaId: z.string(),
      areaIds: z.array(z.string()),
      title: z.string(),
      proposal: z.string(),
      background: z.string(),
      proposer: z.string(),
      status: z.enum(topicStatuses),
      requestIds: z.array(z.string()),
      vote: z.optional(
        z.strictObject({
          // Frozen as it was when the vote opened.
          rule: z.custom<VoteRule>(value => typeof value === 'object' && value !== null && 'id' in value),
          opensAt: z.int(),
          closesAt: z.int(),
          roll: z.array(voter),
          result: z.optional(result),
        }),
      ),
      events: z.array(
        z.strictObject({
          at: z.int(),
          by: z.string(),
          text: z.string(),
          token: z.optional(z.string()),
          moved: z.optional(z.strictObject({ from: z.string(), to: z.string() })),
        }),
      ),
      createdAt: z.int(),
      listKey: z.string(),
      openKey: z.optional(z.string()),
      wakeAt: z.optional(z.int()),
    }),
  indexes: [
    {
      name: 'area_newest',
      keys: [
        ['areaIds', '1'],
        ['listKey', '-1'],
      ],
    },
    {
      name: 'area_open',
      keys: [
        ['areaIds', '1'],
        ['openKey', '-1'],
      ],
    },
    { name: 'wake', keys: [['wakeAt', '1']] },
  ],
})
