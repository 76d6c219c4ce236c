import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import data from '../policy/calendar.json'
import { type CalendarData, WorkingCalendar } from './calendar'
import { chinaInstant, day, dayKey, minute } from './china'

const calendar = new WorkingCalendar(data as unknown as CalendarData)

it('knows every day of the covered years as the kept package does', () => {
  for (const year of Object.keys(data.years)) {
    for (let at = chinaInstant(Number(year), 1, 1); dayKey(at).startsWith(year); at += day) {
      expect([dayKey(at), calendar.isWorkingDay(at)]).toEqual([dayKey(at), isWorkday(dayKey(at))])
    }
  }
})

it('refuses to guess about a year nobody has published, unless asked to', () => {
  const newYear = chinaInstant(2031, 1, 6)
  expect(() => calendar.isWorkingDay(newYear)).toThrow(/does not cover 2031/)
  expect(calendar.assumingWeekdays().isWorkingDay(newYear)).toBe(true)
  expect(calendar.assumingWeekdays().isWorkingDay(chinaInstant(2031, 1, 5))).toBe(false)
})

const instants = fc
  .integer({ min: chinaInstant(2025, 1, 1) / minute, max: chinaInstant(2026, 11, 1) / minute })
  .map(minutes => minutes * minute)

/** Walks minute by minute: slow, and obviously right. */
const isWorkingMinute = (at: number) => {
  const clock = new Date(at + 8 * 3_600_000)
  const minutes = clock.getUTCHours() * 60 + clock.getUTCMinutes()
  return isWorkday(dayKey(at)) && data.hours.some(([from = 0, to = 0]) => from <= minutes && minutes < to)
}

it('adds working minutes like somebody who counts them one by one', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 1500 }), (from, minutes) => {
      let [at, left] = [from, minutes]
      for (; left > 0; at += minute) if (isWorkingMinute(at)) left--
      expect(calendar.addWorkingMinutes(from, minutes)).toBe(at)
      expect(calendar.workingMinutesBetween(from, at)).toBe(minutes)
    }),
    { numRuns: 60 },
  )
})

it('gives the close of the n-th working day after the day it starts on', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 1, max: 20 }), (from, days) => {
      let [midnight, left] = [chinaInstant(1970, 1, 1), days]
      midnight += Math.floor((from - midnight) / day) * day
      while (left > 0) {
        midnight += day
        if (isWorkday(dayKey(midnight))) left--
      }
      expect(calendar.addWorkingDays(from, days)).toBe(midnight + 18 * 60 * minute)
    }),
  )
})

it('works on a make-up Sunday and rests through the Spring Festival', () => {
  // 2026: 14 February is a Saturday that is worked, 15–23 February are off.
  const saturday = chinaInstant(2026, 2, 14, 17 * 60)
  expect(calendar.isWorkingDay(saturday)).toBe(true)
  expect(dayKey(calendar.addWorkingMinutes(saturday, 61))).toBe('2026-02-24')
})
