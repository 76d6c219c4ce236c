import { type WorkingCalendar, CalendarYearMissing } from '../time/calendar'
import { minute } from '../time/china'
import type { Length } from './deadlinePolicy'

/** An instant (ms), marked when it lies in a year whose holidays are not known yet. */
export interface Due {
  dueAt: number
  assumed?: true
}

/** When a length of time that starts at `at` (ms) is over. */
export const dueAfter = (length: Length, at: number, calendar: WorkingCalendar): Due =>
  counted(calendar, by => {
    if ('minutes' in length) return at + length.minutes * minute
    if ('days' in length) return by.addDays(at, length.days)
    if ('workingDays' in length) return by.addWorkingDays(at, length.workingDays)
    return by.addWorkingTime(at, length.workingMinutes * minute)
  })

/**
 * What is left at `at` (ms) of a clock that falls due at `dueAt`, in its own kind of time: ms, or whole days after the
 * present one.
 */
export const leftOf = (length: Length, at: number, dueAt: number, calendar: WorkingCalendar): number => {
  const by = calendar.assumingWeekdays()
  if ('minutes' in length) return dueAt - at
  if ('days' in length) return by.daysBetween(at, dueAt)
  if ('workingDays' in length) return by.workingDaysBetween(at, dueAt)
  return by.workingTimeBetween(at, dueAt)
}

/** When what was left (as `leftOf` gives it) is over, counted from `at` (ms). */
export const dueAfterLeft = (length: Length, left: number, at: number, calendar: WorkingCalendar): Due =>
  counted(calendar, by => {
    if ('minutes' in length) return at + left
    if ('days' in length) return by.addDays(at, left)
    if ('workingDays' in length) return by.addWorkingDays(at, left)
    return by.addWorkingTime(at, left)
  })

const counted = (calendar: WorkingCalendar, count: (by: WorkingCalendar) => number): Due => {
  try {
    return { dueAt: count(calendar) }
  } catch (error) {
    // A missing year must be seen when a policy is published; it must not turn away a resident in December.
    if (!(error instanceof CalendarYearMissing)) throw error
    return { dueAt: count(calendar.assumingWeekdays()), assumed: true }
  }
}
