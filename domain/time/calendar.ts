import { chinaDate, day, dayKey, minute, startOfDay } from './china'

/** Which days are worked in the years a policy covers, and during which hours. */
export interface CalendarData {
  /** Where the days come from, for whoever checks. */
  source: string
  /** By year: weekdays that are off, and weekend days that are worked to make up (调休); `MM-DD`. */
  years: Record<string, { off: readonly string[]; work: readonly string[] }>
  /** Working spans of a day: minutes after midnight in China, in order. */
  hours: readonly (readonly [from: number, to: number])[]
}

/** A deadline reached into a year whose holidays the policy does not know: a guess would be wrong in silence. */
export class CalendarYearMissing extends Error {
  constructor(readonly year: number) {
    super(`The working calendar does not cover ${year}: publish a policy that does.`)
    this.name = 'CalendarYearMissing'
  }
}

/** Working time in China: weekdays but for public holidays, and make-up weekend days. */
export class WorkingCalendar {
  constructor(
    private readonly data: CalendarData,
    private readonly strict = true,
  ) {}

  /** The same calendar, taking the days of years it does not cover as plain weekdays and weekends. */
  assumingWeekdays(): WorkingCalendar {
    return new WorkingCalendar(this.data, false)
  }

  /** Whether the China day of an instant (ms) is worked. Throws `CalendarYearMissing`. */
  isWorkingDay(at: number): boolean {
    const { year, weekday } = chinaDate(at)
    const days = this.data.years[year]
    if (!days && this.strict) throw new CalendarYearMissing(year)
    if (!days) return weekday <= 5
    const key = dayKey(at).slice(5)
    return weekday <= 5 ? !days.off.includes(key) : days.work.includes(key)
  }

  /** The instant (ms) at which `minutes` of working time have passed since `from` (ms). Throws `CalendarYearMissing`. */
  addWorkingMinutes(from: number, minutes: number): number {
    let left = minutes
    for (let midnight = startOfDay(from); ; midnight += day) {
      for (const [start, end] of this.spans(midnight)) {
        const begin = Math.max(start, from)
        const available = Math.floor((end - begin) / minute)
        if (available <= 0) continue
        if (left <= available) return begin + left * minute
        left -= available
      }
    }
  }

  /**
   * The end of the working day that is `days` working days after the day of `from` (ms): what is told today is due at
   * the close of the third working day after it. Throws `CalendarYearMissing`.
   */
  addWorkingDays(from: number, days: number): number {
    let midnight = startOfDay(from)
    for (let left = days; left > 0;) {
      midnight += day
      if (this.isWorkingDay(midnight)) left--
    }
    const close = this.data.hours.at(-1)?.[1] ?? 24 * 60
    return midnight + close * minute
  }

  /** Working minutes between two instants (ms), `from` before `to`. Throws `CalendarYearMissing`. */
  workingMinutesBetween(from: number, to: number): number {
    let sum = 0
    for (let midnight = startOfDay(from); midnight < to; midnight += day) {
      for (const [start, end] of this.spans(midnight)) {
        sum += Math.max(0, Math.floor((Math.min(end, to) - Math.max(start, from)) / minute))
      }
    }
    return sum
  }

  private spans(midnight: number): [number, number][] {
    if (!this.isWorkingDay(midnight)) return []
    return this.data.hours.map(([from, to]) => [midnight + from * minute, midnight + to * minute])
  }
}
