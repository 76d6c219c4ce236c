import { areaBrief, officerCard } from './area'
import { categories } from './categories'
import { areaId, cursor, instant, requestId, version } from './ids'
import { photo, uploadedFiles } from './photo'
import { place } from './place'
import { defineService, mutation, query } from './service'
import { statuses } from './statuses'
import { tiers } from './tiers'
import * as z from './zod'

/** The eight tiles offered after the sentence; choosing none is fine. Staff categories are mapped from them. */
export const tiles = [
  'utilities',
  'stairsAndLift',
  'rubbish',
  'noise',
  'parkingAndRoad',
  'neighbours',
  'care',
  'other',
] as const
export type Tile = (typeof tiles)[number]

export const tileWords: Record<Tile, string> = {
  utilities: '漏水停水停电',
  stairsAndLift: '楼道电梯',
  rubbish: '垃圾',
  noise: '噪音',
  parkingAndRoad: '停车道路',
  neighbours: '邻里矛盾',
  care: '帮老人孩子',
  other: '其他',
}

export const textLeast = 5
export const textMost = 1000
const sentence = z.string().check(z.trim(), z.minLength(textLeast), z.maxLength(textMost))
const note = z.string().check(z.trim(), z.minLength(1), z.maxLength(textMost))

/**
 * Clocks that can run on a request, each with a due time. `danger`: by when a person judges a danger the machine was
 * unsure of; `onSite` and `controlled`: of danger; `progress`: the next word to the resident; `answer`: the resident's,
 * when asked for more; `review`: of what was set aside (挂账); `objection`: the answer to one.
 */
export const clockNames = [
  'accept',
  'danger',
  'reply',
  'onSite',
  'controlled',
  'resolve',
  'progress',
  'review',
  'objection',
  'answer',
  'confirm',
] as const
export type ClockName = (typeof clockNames)[number]

/** What an officer can report reached, of a danger. */
export const milestones = ['onSite', 'controlled'] as const satisfies readonly ClockName[]
export type Milestone = (typeof milestones)[number]

/** How a request was settled: 帮助 (a hand was lent) or 干预 (somebody stepped in). */
export const manners = ['help', 'intervene'] as const
export type Manner = (typeof manners)[number]

export const solvedAnswers = ['yes', 'partly', 'no'] as const
export type Solved = (typeof solvedAnswers)[number]

export const satisfactions = ['good', 'fair', 'poor'] as const
export type Satisfaction = (typeof satisfactions)[number]

/** What happened, one kind for each line a timeline can have. */
export const eventKinds = [
  'submitted',
  'accepted',
  'replied',
  'resolved',
  'confirmed',
  'reopened',
  'warned',
  'overdue',
  'escalated',
  'closedNoAnswer',
  'dangerConfirmed',
  'infoAsked',
  'infoAnswered',
  'infoMissed',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'suspended',
  'resumed',
  'retiered',
  'objected',
  'objectionAnswered',
  'callbackDue',
] as const
export type EventKind = (typeof eventKinds)[number]

/** What this person may do to the request now; the screen shows a button for each. */
export const requestMoves = [
  'confirmDanger',
  'accept',
  'answerInfo',
  'answerObjection',
  'decideExtension',
  'reply',
  'askInfo',
  'extend',
  'retier',
  'suspend',
  'resume',
  'object',
  'resolve',
  'confirm',
] as const
export type RequestMove = (typeof requestMoves)[number]

/** One clock as a screen shows it; `domain/deadline/clockWords` puts it into words, with the calendar that came along. */
const shownClock = z.object({
  name: z.enum(clockNames),
  dueAt: instant,
  overdue: z.boolean(),
  /** Against whom it runs. */
  who: z.optional(z.enum(['officer', 'reporter'])),
  /** It stands still while the resident is asked for more: what is left, in the clock's own kind of time. */
  paused: z.optional(
    z.object({ left: z.number(), unit: z.enum(['ms', 'workingMs', 'days', 'workingDays']) }),
  ),
  /** It counts working time. */
  working: z.optional(z.boolean()),
  /** The next instant at which it warns. */
  warnsAt: z.optional(instant),
  /** The highest duty post that was told it is late. */
  toldUp: z.optional(z.enum(['community', 'street'])),
  /** The holidays of a year it reaches into are not known yet: counted as plain weekdays. */
  assumed: z.optional(z.boolean()),
})
export type ShownClock = z.infer<typeof shownClock>

/** The part of the working calendar that a screen's clocks lie in: minutes after midnight, days as `MM-DD` by year. */
export const workingTime = z.object({
  hours: z.array(z.tuple([z.int(), z.int()])),
  years: z.record(z.string(), z.object({ off: z.array(z.string()), work: z.array(z.string()) })),
})
export type WorkingTime = z.infer<typeof workingTime>

const timelineEntry = z.object({
  kind: z.enum(eventKinds),
  at: instant,
  /** Who did it, as the reader may know them: 您, 网格员陈志强, 系统 … */
  by: z.string(),
  text: z.optional(z.string()),
  photos: z.array(photo),
})

export const requestView = z.object({
  id: requestId,
  /** The number people say on the phone: YYMMDD-XXXXXC. */
  no: z.string(),
  version,
  status: z.enum(statuses),
  tier: z.enum(tiers),
  /** Why it is in this tier, each a sentence a resident understands. */
  reasons: z.array(z.string()),
  text: z.string(),
  photos: z.array(photo),
  place,
  path: z.array(areaBrief),
  /** Who has it. */
  handler: z.optional(officerCard),
  createdAt: instant,
  /** Open clocks, the earliest due first. */
  clocks: z.array(shownClock),
  workingTime: z.optional(workingTime),
  /** Whose turn it is, and until when. */
  turn: z.object({ who: z.enum(['officer', 'reporter', 'nobody']), dueAt: z.optional(instant) }),
  timeline: z.array(timelineEntry),
  mine: z.boolean(),
  moves: z.array(z.enum(requestMoves)),
  /** Emergency lines to call first, for danger: '119' and their kind. */
  emergencyLines: z.array(z.string()),
  /** For staff: the class it is counted under. */
  category: z.optional(z.string()),
  /** What there is to decide: the officer's reason for more time, or the reporter's for objecting. */
  pending: z.optional(
    z.object({ text: z.string(), dueAt: z.optional(instant), tier: z.optional(z.enum(tiers)) }),
  ),
})
export type RequestView = z.infer<typeof requestView>

/** One line of a list. */
export const requestLine = z.object({
  id: requestId,
  no: z.string(),
  status: z.enum(statuses),
  tier: z.enum(tiers),
  text: z.string(),
  place: z.string(),
  createdAt: instant,
  dueAt: z.optional(instant),
  overdue: z.boolean(),
  /** The clock that says most about it now. */
  clock: z.optional(shownClock),
  /** The post of whoever has it, in words. */
  handler: z.optional(z.string()),
})
export type RequestLine = z.infer<typeof requestLine>

const answer = { request: requestView }

export const requestService = defineService('request', {
  /** Send a problem. The answer already says which tier, why, who has it and by when. */
  submit: mutation({
    scope: 'self',
    input: {
      text: sentence,
      place,
      photos: uploadedFiles,
      tile: z.optional(z.enum(tiles)),
    },
    output: answer,
    errors: ['tooMany'],
  }),
  /** My own requests, newest first. */
  mine: query({
    scope: 'self',
    input: { cursor: z.optional(cursor) },
    output: { lines: z.array(requestLine), workingTime: z.optional(workingTime), next: z.optional(cursor) },
  }),
  /** One request with its history: for its reporter and for officers of its areas. */
  read: query({
    scope: 'document',
    permission: 'request.read',
    input: { id: requestId },
    output: answer,
  }),
  /** Open requests of one area in tier, then deadline order. Without `areaId`: the first area of the officer's posts. */
  worklist: query({
    scope: 'area',
    permission: 'request.read',
    input: { areaId: z.optional(areaId), cursor: z.optional(cursor) },
    output: {
      area: areaBrief,
      /** The areas this officer can choose between. */
      areas: z.array(areaBrief),
      lines: z.array(requestLine),
      workingTime: z.optional(workingTime),
      next: z.optional(cursor),
    },
  }),
  accept: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, version },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /**
   * A word from an officer or from the reporter. It changes no state, but an officer's first stops the reply clock and
   * each starts the time to the next one anew. `reached`: of a danger, what the officer reports with it.
   */
  reply: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, text: note, photos: uploadedFiles, reached: z.optional(z.enum(milestones)) },
    output: answer,
    errors: ['wrongState', 'historyFull', 'tooMany'],
  }),
  resolve: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, version, text: note, manner: z.enum(manners), photos: uploadedFiles },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** The reporter's last word: `yes` ends it, `partly` and `no` open it again and need a sentence saying what is left. */
  confirm: mutation({
    scope: 'document',
    input: {
      id: requestId,
      version,
      solved: z.enum(solvedAnswers),
      satisfaction: z.enum(satisfactions),
      text: z.optional(note),
    },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** A person says that a danger the machine was unsure of is one: the street is called. */
  confirmDanger: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, version },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** The officer needs to know more: the reporter's turn, and the time to resolve stands still until the answer. */
  askInfo: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, version, text: note },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** The reporter's answer, or what the officer heard from them by telephone; the clock runs on. */
  answerInfo: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, text: note, photos: uploadedFiles },
    output: answer,
    errors: ['wrongState', 'historyFull', 'tooMany'],
  }),
  /** The officer needs more time and says why; given at once, or decided by another where the policy says so. */
  extend: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, version, text: note },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** Somebody else who oversees the area grants more time or does not. */
  decideExtension: mutation({
    scope: 'document',
    permission: 'request.oversee',
    input: { id: requestId, version, granted: z.boolean(), text: note },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** 挂账: it cannot be done for now, for a reason everyone may know; it is looked at again in a while. Also renews. */
  suspend: mutation({
    scope: 'document',
    permission: 'request.oversee',
    input: { id: requestId, version, text: note },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** What was set aside is taken up again, under a fresh clock. */
  resume: mutation({
    scope: 'document',
    permission: 'request.oversee',
    input: { id: requestId, version, text: note },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** A person corrects the tier, the category or both, with the reason; residents read it when the tier changes. */
  retier: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: {
      id: requestId,
      version,
      tier: z.optional(z.enum(tiers)),
      category: z.optional(z.enum(categories)),
      text: note,
    },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** The reporter does not agree that it was lowered: the duty posts above have to answer. Once for each lowering. */
  object: mutation({
    scope: 'document',
    input: { id: requestId, version, text: note },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
  /** The answer to an objection, by another than the one who lowered it: `upheld` puts the tier back. */
  answerObjection: mutation({
    scope: 'document',
    permission: 'request.oversee',
    input: { id: requestId, version, upheld: z.boolean(), text: note },
    output: answer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  }),
})
