import { tiers } from '../../contract/tiers'
import { CalendarYearMissing } from '../time/calendar'
import { minute } from '../time/china'
import type { DeadlineRules, Length } from './deadlinePolicy'

/**
 * The first year that a deadline started at `now` (ms) can reach, with every extension, and that the calendar does not
 * cover; undefined when there is none. Asked before a calendar or a deadline policy is published: afterwards such
 * deadlines are only counted as plain weekdays, and say so.
 */
export const missingYear = ({ deadline, calendar }: DeadlineRules, now: number): number | undefined => {
  const reach = (length: Length, from: number): number => {
    if ('minutes' in length) return from + length.minutes * minute
    if ('days' in length) return calendar.addDays(from, length.days)
    if ('workingDays' in length) return calendar.addWorkingDays(from, length.workingDays)
    return calendar.addWorkingTime(from, length.workingMinutes * minute)
  }
  try {
    reach(deadline.objection.length, now)
    for (const tier of tiers) {
      const { extension, pause, suspension, resolve, ...clocks } = deadline.tiers[tier]
      for (const rule of [...Object.values(clocks), pause?.answer, suspension?.review])
        if (rule) reach(rule.length, now)
      let due = reach(resolve.length, now)
      for (let n = 0; extension && n < extension.times; n++) due = reach(extension.length, due)
    }
    return undefined
  } catch (error) {
    if (error instanceof CalendarYearMissing) return error.year
    throw error
  }
}
