import type { Tier } from '../../contract/tiers'
import { type WorkingCalendar, CalendarYearMissing } from '../time/calendar'
import { minute } from '../time/china'
import type { DeadlinePolicy, Length } from './deadlinePolicy'

/** One clock of a request; all instants in ms. It runs until `doneAt`. */
export interface Clock {
  startedAt: number
  dueAt: number
  warnAt?: number
  warnedAt?: number
  overdueAt?: number
  doneAt?: number
  /** The holidays of the year it reaches into are not known yet: counted as plain weekdays, to be worked out anew. */
  assumed?: true
}

/** The clocks that start with a submission or a reopening at `at` (ms): accept, reply and resolve. */
export const openClocks = (
  tier: Tier,
  at: number,
  policy: DeadlinePolicy,
  calendar: WorkingCalendar,
): Record<'accept' | 'reply' | 'resolve', Clock> => {
  const { accept, reply, resolve } = policy.tiers[tier]
  const start = (length: Length) => startClock(length, at, policy.warnShare, calendar)
  return { accept: start(accept), reply: start(reply), resolve: start(resolve) }
}

/** The reporter's window to confirm, from `at` (ms). It warns once, before it closes. */
export const confirmClock = (
  tier: Tier,
  at: number,
  policy: DeadlinePolicy,
  calendar: WorkingCalendar,
): Clock => startClock(policy.tiers[tier].confirm, at, policy.warnShare, calendar)

const startClock = (length: Length, at: number, warnShare: number, calendar: WorkingCalendar): Clock => {
  const { dueAt, assumed } = dueAfter(length, at, calendar)
  return {
    startedAt: at,
    dueAt,
    warnAt: at + Math.floor((dueAt - at) * warnShare),
    ...(assumed && { assumed }),
  }
}

const dueAfter = (
  length: Length,
  at: number,
  calendar: WorkingCalendar,
): { dueAt: number; assumed?: true } => {
  if ('minutes' in length) return { dueAt: at + length.minutes * minute }
  const count = (by: WorkingCalendar) =>
    'workingMinutes' in length
      ? by.addWorkingMinutes(at, length.workingMinutes)
      : by.addWorkingDays(at, length.workingDays)
  try {
    return { dueAt: count(calendar) }
  } catch (error) {
    // A missing year must be seen when a policy is published; it must not turn away a resident in December.
    if (!(error instanceof CalendarYearMissing)) throw error
    return { dueAt: count(calendar.assumingWeekdays()), assumed: true }
  }
}
