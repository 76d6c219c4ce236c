import { areaBrief, areaKinds, officerCard } from './area'
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

/** Clocks that can run on a request, each with a due time. */
export const clockNames = ['accept', 'reply', 'resolve', 'confirm'] as const
export type ClockName = (typeof clockNames)[number]

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
] as const
export type EventKind = (typeof eventKinds)[number]

/** What this person may do to the request now; the screen shows a button for each. */
export const requestMoves = ['accept', 'reply', 'resolve', 'confirm'] as const
export type RequestMove = (typeof requestMoves)[number]

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
  clocks: z.array(z.object({ name: z.enum(clockNames), dueAt: instant, overdue: z.boolean() })),
  /** Whose turn it is, and until when. */
  turn: z.object({ who: z.enum(['officer', 'reporter', 'nobody']), dueAt: z.optional(instant) }),
  timeline: z.array(timelineEntry),
  mine: z.boolean(),
  moves: z.array(z.enum(requestMoves)),
  /** Emergency lines to call first, for danger: '119' and their kind. */
  emergencyLines: z.array(z.string()),
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
    output: { lines: z.array(requestLine), next: z.optional(cursor) },
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
      areas: z.array(z.object({ id: areaId, name: z.string(), kind: z.enum(areaKinds) })),
      lines: z.array(requestLine),
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
  /** A word from an officer or from the reporter; changes no state but an officer's first stops the reply clock. */
  reply: mutation({
    scope: 'document',
    permission: 'request.handle',
    input: { id: requestId, text: note, photos: uploadedFiles },
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
})
