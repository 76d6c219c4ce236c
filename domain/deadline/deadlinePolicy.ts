import type { ClockName } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import type { WorkingCalendar } from '../time/calendar'

/**
 * A length of time: around the clock (`minutes`); working minutes; whole working days, counted to the close of the last
 * one; or calendar days, counted likewise. The day it starts on is never counted (民法典 §201).
 */
export type Length =
  { minutes: number } | { workingMinutes: number } | { workingDays: number } | { days: number }

/**
 * Who is told, from below to above: the one who has it, who stands in, and the duty posts of the community and the
 * street. Where nobody holds a post, the next above is told, and below when there is none above.
 */
export const levels = ['handler', 'backup', 'community', 'street'] as const
export type Level = (typeof levels)[number]

/**
 * When a clock speaks and to whom: at a share of its length in calendar time (1 is when it falls due, more is after
 * that), or so many minutes after its start.
 */
export type StepRule = ({ share: number } | { minutes: number }) & {
  tell: readonly (Level | 'reporter')[]
}

/** One clock: how long, and when it speaks; one step is at the share 1. */
export interface ClockRule {
  length: Length
  steps: readonly StepRule[]
  /** Officers see it and residents do not: the street has not promised it. */
  staffOnly?: boolean
  /** Of `confirm`: silence is answered by a telephone call before it ends the matter. */
  callback?: boolean
}

/** The clocks of one tier, and what may move them. */
export interface TierClocks extends Partial<
  Record<Exclude<ClockName, 'answer' | 'review' | 'objection'>, ClockRule>
> {
  accept: ClockRule
  /** First word from a person. */
  reply: ClockRule
  resolve: ClockRule
  /** The reporter's window to say whether it is solved. */
  confirm: ClockRule
  /** More time, asked for before the clock runs out; with `approval` by another who oversees the area. */
  extension?: { times: number; length: Length; approval?: boolean }
  /** Waiting for the reporter stops the clock, so often; unanswered, it runs on when `answer` is over. */
  pause?: { times: number; answer: ClockRule }
  /** 挂账: set aside with a public reason, and looked at again when `review` is over. */
  suspension?: { afterExtension?: boolean; review: ClockRule }
}

/** Deadlines by tier, as data with a version. */
export interface DeadlinePolicy {
  id: string
  source?: string
  /** By when an objection to a lowered tier is answered. */
  objection: ClockRule
  tiers: Record<Tier, TierClocks>
}

/** What every decision about time needs. */
export interface DeadlineRules {
  deadline: DeadlinePolicy
  calendar: WorkingCalendar
}
