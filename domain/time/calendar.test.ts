import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import data from '../policy/calendar.json'
import { type CalendarData, WorkingCalendar } from './calendar'
import { chinaInstant, day, dayKey, minute } from './china'

const calendar = new WorkingCalendar(data as unknown as CalendarData)

it('knows every day from 2019 to 2026 as the kept package does', () => {
  const lenient = calendar.assumingWeekdays()
  const days: string[] = []
  for (let at = chinaInstant(2019, 1, 1); at < chinaInstant(2027, 1, 1); at += day) {
    days.push(dayKey(at))
    expect([dayKey(at), lenient.isWorkingDay(at)]).toEqual([dayKey(at), isWorkday(dayKey(at))])
  }
  expect(days).toHaveLength(8 * 365 + 2)
})

it('names the notice of every year', () => {
  for (const [year, { source }] of Object.entries(data.years)) expect(source).toContain(year)
})

it('refuses to guess about a year nobody has published, unless asked to', () => {
  const newYear = chinaInstant(2031, 1, 6)
  expect(() => calendar.isWorkingDay(newYear)).toThrow(/does not cover 2031/)
  expect(calendar.assumingWeekdays().isWorkingDay(newYear)).toBe(true)
  expect(calendar.assumingWeekdays().isWorkingDay(chinaInstant(2031, 1, 5))).toBe(false)
})

it('leaves the last days of December to the notice of the next year', () => {
  const lastDays = chinaInstant(2026, 12, 28)
  expect(calendar.isWorkingDay(lastDays - day)).toBe(false)
  expect(() => calendar.isWorkingDay(lastDays)).toThrow(/does not cover 2027/)
  const withNext = { ...data, years: { ...data.years, 2027: { off: ['01-01'], work: [] } } }
  expect(new WorkingCalendar(withNext as unknown as CalendarData).isWorkingDay(lastDays)).toBe(true)
})

it('keeps the hours of a street that has its own, and of nobody else', () => {
  const nights = [[0, 24 * 60]] as const
  const own = new WorkingCalendar({
    ...(data as unknown as CalendarData),
    hoursOf: { 's-2': nights, 'c-1': [[600, 660]] },
  })
  const eight = chinaInstant(2026, 11, 23, 8 * 60)
  expect(own.forAreas(['s-2', 'c-9']).addWorkingTime(eight, minute)).toBe(eight + minute)
  expect(own.forAreas(['s-2', 'c-1']).addWorkingTime(eight, minute)).toBe(eight + 121 * minute)
  expect(own.forAreas(['s-1', 'c-9']).addWorkingTime(eight, minute)).toBe(eight + 31 * minute)
})

it('gives a phone what it needs to count like the cloud', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 60 * 24 * 60 }), (from, minutes) => {
      const to = from + minutes * minute
      const onPhone = new WorkingCalendar({ source: '', ...calendar.slice(from, to) }, false)
      expect(onPhone.workingTimeBetween(from, to)).toBe(
        calendar.assumingWeekdays().workingTimeBetween(from, to),
      )
      expect(onPhone.workingDaysBetween(from, to)).toBe(
        calendar.assumingWeekdays().workingDaysBetween(from, to),
      )
    }),
  )
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
      expect(calendar.addWorkingTime(from, minutes * minute)).toBe(at)
      expect(calendar.workingTimeBetween(from, at)).toBe(minutes * minute)
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
      expect(calendar.workingDaysBetween(from, midnight)).toBe(days)
    }),
  )
})

it('works on a make-up Sunday and rests through the Spring Festival', () => {
  // 2026: 14 February is a Saturday that is worked, 15–23 February are off.
  const saturday = chinaInstant(2026, 2, 14, 17 * 60)
  expect(calendar.isWorkingDay(saturday)).toBe(true)
  expect(dayKey(calendar.addWorkingTime(saturday, 61 * minute))).toBe('2026-02-24')
})

it('closes on the last calendar day, a holiday too, and on the next when today is over', () => {
  expect(calendar.addDays(chinaInstant(2026, 9, 24, 9 * 60), 7)).toBe(chinaInstant(2026, 10, 1, 18 * 60))
  expect(calendar.addDays(chinaInstant(2026, 10, 1, 9 * 60), 0)).toBe(chinaInstant(2026, 10, 1, 18 * 60))
  expect(calendar.addDays(chinaInstant(2026, 10, 1, 18 * 60), 0)).toBe(chinaInstant(2026, 10, 2, 18 * 60))
  expect(calendar.addWorkingDays(chinaInstant(2026, 9, 30, 19 * 60), 0)).toBe(
    chinaInstant(2026, 10, 8, 18 * 60),
  )
})
