import { areaBrief } from './area'
import { areaId, cursor, instant, topicId, version } from './ids'
import { defineService, mutation, query } from './service'
import * as z from './zod'

/** 固定席 by office, 流动席 taken in turn by neighbours. */
export const seatKinds = ['fixed', 'rotating'] as const
export type SeatKind = (typeof seatKinds)[number]

export const topicStatuses = [
  'discussing',
  'voting',
  'passed',
  'rejected',
  'noQuorum',
  'executing',
  'done',
] as const
export type TopicStatus = (typeof topicStatuses)[number]

export const topicStatusWords: Record<TopicStatus, string> = {
  discussing: '正在商量',
  voting: '正在投票',
  passed: '通过了',
  rejected: '没通过',
  noQuorum: '人没到齐，没表决成',
  executing: '正在做',
  done: '做成了',
}

export const choices = ['for', 'against', 'abstain'] as const
export type Choice = (typeof choices)[number]

export const choiceWords: Record<Choice, string> = { for: '同意', against: '不同意', abstain: '弃权' }

/** Why somebody cannot vote, so that the screen can say it. */
export const voteBars = ['notOpen', 'closed', 'notOnRoll', 'voted'] as const
export type VoteBar = (typeof voteBars)[number]

const topicLine = z.object({
  id: topicId,
  title: z.string(),
  status: z.enum(topicStatuses),
  council: z.string(),
  createdAt: instant,
  closesAt: z.optional(instant),
})

export const topicView = z.object({
  id: topicId,
  version,
  title: z.string(),
  /** What is proposed, in the words that are voted on. */
  proposal: z.string(),
  background: z.string(),
  status: z.enum(topicStatuses),
  council: z.string(),
  area: areaBrief,
  proposer: z.string(),
  /** How many reports led here. */
  requests: z.int(),
  vote: z.optional(
    z.object({
      /** The rule in words, fixed when the vote opened. */
      rule: z.string(),
      opensAt: instant,
      closesAt: instant,
      /** Councillors on the roll, by kind of seat. */
      roll: z.object({ fixed: z.int(), rotating: z.int() }),
      mine: z.optional(z.object({ choice: z.enum(choices), at: instant })),
      bar: z.optional(z.enum(voteBars)),
      /** After the close: the counts and the count explained line by line. */
      result: z.optional(
        z.object({
          passed: z.boolean(),
          counts: z.object({
            roll: z.int(),
            cast: z.int(),
            for: z.int(),
            against: z.int(),
            abstain: z.int(),
          }),
          explanation: z.array(z.string()),
        }),
      ),
    }),
  ),
  timeline: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
})
export type TopicView = z.infer<typeof topicView>

export const councilService = defineService('council', {
  /** Topics of one area, newest first. Without `areaId`: of the caller's home. */
  topics: query({
    scope: 'public',
    input: { areaId: z.optional(areaId), cursor: z.optional(cursor) },
    output: { area: z.optional(areaBrief), lines: z.array(topicLine), next: z.optional(cursor) },
  }),
  topic: query({ scope: 'public', input: { id: topicId }, output: { topic: topicView } }),
  /** One ballot for each councillor on the roll. */
  vote: mutation({
    scope: 'document',
    input: { id: topicId, choice: z.enum(choices) },
    output: { topic: topicView },
    errors: ['alreadyVoted', 'voteClosed', 'notOnRoll'],
  }),
})
