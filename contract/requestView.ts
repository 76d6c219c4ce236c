import { areaBrief, officerCard } from './area'
import { instant, requestId, version } from './ids'
import { photo } from './photo'
import { place } from './place'
import { clockNames, eventKinds, external, requestMoves, sources } from './requestTerms'
import { requestWhy } from './requestWhy'
import { statuses } from './statuses'
import { tiers } from './tiers'
import * as z from './zod'

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

/** What its way of handling is called here: a street chooses and renames the letters. */
export const tierLabel = z.object({
  words: z.string(),
  /** Somebody has to come now. */
  urgent: z.boolean(),
})

/** For staff: what the ways of handling are called here. */
export const tierWords = z.array(z.object({ tier: z.enum(tiers), words: z.string() }))
export type TierWords = z.infer<typeof tierWords>

const timelineEntry = z.object({
  kind: z.enum(eventKinds),
  at: instant,
  /** Who did it, as the reader may know them: 您, 网格员陈志强, 系统 … */
  by: z.string(),
  text: z.optional(z.string()),
  photos: z.array(photo),
})

/** A report that is dealt with in another. What its reporter said and showed is for officers who may read that one too. */
const mergedReport = z.object({
  id: requestId,
  no: z.string(),
  text: z.optional(z.string()),
  place: z.optional(z.string()),
  photos: z.optional(z.array(photo)),
})

export const requestView = z.object({
  id: requestId,
  /** The number people say on the phone: YYMMDD-XXXXXC. */
  no: z.string(),
  version,
  status: z.enum(statuses),
  tier: z.enum(tiers),
  label: tierLabel,
  /** Why it is in this tier, each a sentence a resident understands. */
  reasons: z.array(z.string()),
  /** It is for another office: which, and what to tell the resident. */
  door: z.optional(z.object({ name: z.string(), say: z.string() })),
  /** It is about an officer or a property manager: those on the ground do not see it. */
  aboutStaff: z.optional(z.boolean()),
  /** What there is to say beside the reason, because of how it came. */
  notes: z.optional(z.array(z.string())),
  /** For staff: who brought it, and what it is called there. */
  source: z.optional(z.enum(sources)),
  external: z.optional(external),
  text: z.string(),
  photos: z.array(photo),
  place,
  path: z.array(areaBrief),
  /** Who has it. */
  handler: z.optional(officerCard),
  /** Of where it is, for when the handler cannot be rung. */
  dutyPhone: z.optional(z.string()),
  createdAt: instant,
  /** Open clocks, the earliest due first. */
  clocks: z.array(shownClock),
  workingTime: z.optional(workingTime),
  /** Whose turn it is, and until when. */
  turn: z.object({ who: z.enum(['officer', 'reporter', 'nobody']), dueAt: z.optional(instant) }),
  timeline: z.array(timelineEntry),
  /** How many it is about: who reported it, who joined, and those whose own report is dealt with in it. */
  households: z.int(),
  /** It is dealt with together with a neighbour's report of the same matter. */
  together: z.boolean(),
  /** For staff: the report it is dealt with in, and those dealt with in it. */
  mergedInto: z.optional(z.object({ id: requestId, no: z.string() })),
  merged: z.optional(z.array(mergedReport)),
  /** For staff: so many are concerned that it may be one for everybody. */
  crowded: z.optional(z.boolean()),
  mine: z.boolean(),
  moves: z.array(z.enum(requestMoves)),
  /** Emergency lines to call first, for danger: '119' and their kind. */
  emergencyLines: z.array(z.string()),
  /** For staff: what the ways of handling are called that it can be moved to. */
  tierWords: z.optional(tierWords),
  /** For staff: how the machine came to what it proposed. */
  why: z.optional(requestWhy),
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
  label: tierLabel,
  text: z.string(),
  place: z.string(),
  createdAt: instant,
  dueAt: z.optional(instant),
  overdue: z.boolean(),
  households: z.int(),
  /** The clock that says most about it now. */
  clock: z.optional(shownClock),
  /** The post of whoever has it, in words. */
  handler: z.optional(z.string()),
})
export type RequestLine = z.infer<typeof requestLine>

/** What every move on a request answers. */
export const requestAnswer = { request: requestView }
