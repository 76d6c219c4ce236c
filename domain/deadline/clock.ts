import type { WorkingCalendar } from '../time/calendar'
import { minute } from '../time/china'
import { dueAfter } from './dueAfter'
import type { ClockRule, Length, Level, StepRule } from './deadlinePolicy'

/** One time at which a clock speaks. Done steps stay, so that nothing is said twice. */
export interface Step {
  /** Of the clock's length; 1 is when it falls due. */
  share: number
  /** ms */
  at: number
  tell: (Level | 'reporter')[]
  doneAt?: number
}

/** One clock of a request; all instants in ms. It runs until `doneAt`. */
export interface Clock {
  startedAt: number
  dueAt: number
  /** What it was started with. Absent, like `steps`, in documents of before there were several steps. */
  length?: Length
  steps?: Step[]
  /** The only warning of a clock without `steps`, and when it was given. */
  warnAt?: number
  warnedAt?: number
  overdueAt?: number
  doneAt?: number
  /** While it waits for the reporter: since when, and what was left then, in its own kind of time (`leftOf`). */
  paused?: { at: number; left: number }
  /** Pauses that are over. */
  pauses?: [from: number, to: number][]
  /** More time that was given, and when. */
  extensions?: { at: number; length: Length }[]
  staffOnly?: true
  /** Silence will be answered by a telephone call before it ends the matter. */
  callback?: true
  /** The holidays of the year it reaches into are not known yet: counted as plain weekdays, to be worked out anew. */
  assumed?: true
}

/** A clock that starts at `at` (ms). */
export const startClock = (rule: ClockRule, at: number, calendar: WorkingCalendar): Clock => {
  const due = dueAfter(rule.length, at, calendar)
  return {
    startedAt: at,
    ...due,
    length: rule.length,
    steps: rule.steps.map(step => layStep(step, at, due.dueAt)),
    ...(rule.staffOnly && { staffOnly: true as const }),
    ...(rule.callback && { callback: true as const }),
  }
}

const layStep = (rule: StepRule, startedAt: number, dueAt: number): Step => {
  const length = dueAt - startedAt
  const share = 'minutes' in rule ? (rule.minutes * minute) / length : rule.share
  return { share, at: stepAt(share, startedAt, dueAt), tell: [...rule.tell] }
}

/** The instant (ms) of a share of the time between two others. */
export const stepAt = (share: number, startedAt: number, dueAt: number): number =>
  startedAt + Math.round(share * (dueAt - startedAt))

/** Whether time counts against it now: not stopped, and not waiting for the reporter. */
export const isRunning = (clock: Clock | undefined): clock is Clock =>
  clock !== undefined && clock.doneAt === undefined && clock.paused === undefined

/** When it speaks; a clock of before there were several steps warns once and then falls due. */
export const stepsOf = (clock: Clock): readonly Step[] =>
  clock.steps ?? [
    ...(clock.warnAt === undefined
      ? []
      : [{ share: 0.8, at: clock.warnAt, tell: ['handler' as const], doneAt: clock.warnedAt }]),
    { share: 1, at: clock.dueAt, tell: ['handler' as const, 'community' as const], doneAt: clock.overdueAt },
  ]

/** What is still to be said, the earliest first; nothing while it does not run. */
export const stepsToCome = (clock: Clock | undefined): readonly Step[] =>
  isRunning(clock) ? stepsOf(clock).filter(({ doneAt }) => doneAt === undefined) : []
