import type { WorkingTime } from '../../contract/requestView'
import { chinaDate, day, dayKey, minute, startOfDay } from './china'

type Spans = readonly (readonly [from: number, to: number])[]

interface Year {
  /** The notice the days come from. */
  source?: string
  /** Weekdays that are off, `MM-DD`. */
  off: readonly string[]
  /** Weekend days that are worked to make up (调休), `MM-DD`. */
  work: readonly string[]
}

/** Which days are worked in the years a policy covers, and during which hours. */
export interface CalendarData {
  /** Where the days come from, for whoever checks. */
  source: string
  years: Readonly<Record<string, Year>>
  /** Working spans of a day: minutes after midnight in China, in order. */
  hours: Spans
  /** Streets, or other areas, with working spans of their own. */
  hoursOf?: Readonly<Record<string, Spans>>
}

/** A deadline reached into a year whose holidays the policy does not know: a guess would be wrong in silence. */
export class CalendarYearMissing extends Error {
  constructor(readonly year: number) {
    super(`The working calendar does not cover ${year}: publish a policy that does.`)
    this.name = 'CalendarYearMissing'
  }
}

/**
 * From this day of December on, the notice for the next year decides: it may move a weekend to make New Year longer, as
 * that for 2019 did with 29 and 31 December 2018.
 */
const nextYearsNotice = 28

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

  /** The same days with the hours of the nearest of these areas (root first) that has its own. */
  forAreas(areaIds: readonly string[]): WorkingCalendar {
    const hours = areaIds
      .map(id => this.data.hoursOf?.[id])
      .filter(spans => spans !== undefined)
      .at(-1)
    return hours ? new WorkingCalendar({ ...this.data, hours }, this.strict) : this
  }

  /**
   * What a phone needs to count working time between two instants (ms) as the cloud does: the days out of the ordinary
   * of the years between, and the hours.
   */
  slice(from: number, to: number): WorkingTime {
    const years: WorkingTime['years'] = {}
    const [first, last] = [dayKey(from), dayKey(to)]
    for (let year = chinaDate(from).year; year <= chinaDate(to).year; year++) {
      const near = (days: readonly string[]) =>
        days.filter(key => first <= `${year}-${key}` && `${year}-${key}` <= last)
      const known = this.data.years[year]
      if (known) years[year] = { off: near(known.off), work: near(known.work) }
    }
    return { years, hours: this.data.hours.map(([start, end]) => [start, end]) }
  }

  /** Whether the China day of an instant (ms) is worked. Throws `CalendarYearMissing`. */
  isWorkingDay(at: number): boolean {
    const { year, month, weekday, day: date } = chinaDate(at)
    if (this.strict) this.assertCovered(year)
    if (this.strict && month === 12 && date >= nextYearsNotice) this.assertCovered(year + 1)
    const days = this.data.years[year]
    const key = dayKey(at).slice(5)
    return weekday <= 5 ? !days?.off.includes(key) : !!days?.work.includes(key)
  }

  /** The instant (ms) at which `length` ms of working time have passed since `from` (ms). Throws `CalendarYearMissing`. */
  addWorkingTime(from: number, length: number): number {
    let left = length
    for (let midnight = startOfDay(from); ; midnight += day) {
      for (const [start, end] of this.spans(midnight)) {
        const begin = Math.max(start, from)
        if (begin >= end) continue
        if (left <= end - begin) return begin + left
        left -= end - begin
      }
    }
  }

  /**
   * The close of the working day that is `days` working days after the day of `from` (ms): what is told today is due at
   * the close of the third working day after it. With none, the first close of a working day still to come. Throws
   * `CalendarYearMissing`.
   */
  addWorkingDays(from: number, days: number): number {
    return this.closeAfter(from, days, midnight => this.isWorkingDay(midnight))
  }

  /** The same in calendar days: office hours end on the last one, worked or not (民法典 §§201, 203). */
  addDays(from: number, days: number): number {
    return this.closeAfter(from, days, () => true)
  }

  /** Working time between two instants (ms), in ms; 0 when `to` is not after `from`. Throws `CalendarYearMissing`. */
  workingTimeBetween(from: number, to: number): number {
    let sum = 0
    for (let midnight = startOfDay(from); midnight < to; midnight += day) {
      for (const [start, end] of this.spans(midnight)) {
        sum += Math.max(0, Math.min(end, to) - Math.max(start, from))
      }
    }
    return sum
  }

  /** Working days after the day of `from`, up to that of `to` (ms). Throws `CalendarYearMissing`. */
  workingDaysBetween(from: number, to: number): number {
    let days = 0
    for (let midnight = startOfDay(from) + day; midnight <= to; midnight += day) {
      if (this.isWorkingDay(midnight)) days++
    }
    return days
  }

  /** Calendar days after the day of `from`, up to that of `to` (ms). */
  daysBetween(from: number, to: number): number {
    return (startOfDay(to) - startOfDay(from)) / day
  }

  /** Working time of one whole day, ms. */
  get dayLength(): number {
    return this.data.hours.reduce((sum, [from, to]) => sum + (to - from) * minute, 0)
  }

  private assertCovered(year: number): void {
    if (!this.data.years[year]) throw new CalendarYearMissing(year)
  }

  private closeAfter(from: number, days: number, counts: (midnight: number) => boolean): number {
    const close = (this.data.hours.at(-1)?.[1] ?? 24 * 60) * minute
    let midnight = startOfDay(from)
    for (let left = days; left > 0;) {
      midnight += day
      if (counts(midnight)) left--
    }
    while (midnight + close <= from || !counts(midnight)) midnight += day
    return midnight + close
  }

  private spans(midnight: number): [number, number][] {
    if (!this.isWorkingDay(midnight)) return []
    return this.data.hours.map(([from, to]) => [midnight + from * minute, midnight + to * minute])
  }
}
