import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { tiers } from '../../contract/tiers'
import calendarData from '../policy/calendar.json'
import { policiesFrom } from '../policy/policies'
import { chinaInstant, day, dayKey, hour, minute } from '../time/china'
import { confirmClock, openClocks } from './clocks'
import type { Length } from './deadlinePolicy'

const { deadline, calendar } = policiesFrom({}, new Map())
const monday = chinaInstant(2026, 11, 23, 10 * 60)

it('gives danger fifteen minutes, day or night', () => {
  const night = chinaInstant(2026, 10, 1, 3 * 60)
  expect(openClocks('A', night, deadline, calendar)).toMatchObject({
    accept: { dueAt: night + 15 * minute },
    reply: { dueAt: night + 2 * hour },
    resolve: { dueAt: night + 24 * hour },
  })
})

it('gives B four working hours to accept and the close of the third working day', () => {
  // 10:00 + 2 h to noon, then 2 h from 14:00.
  expect(openClocks('B', monday, deadline, calendar)).toMatchObject({
    accept: { dueAt: chinaInstant(2026, 11, 23, 16 * 60) },
    resolve: { dueAt: chinaInstant(2026, 11, 26, 18 * 60) },
  })
})

it('counts on into a year whose holidays nobody knows yet, and marks it', () => {
  const december = chinaInstant(2026, 12, 24, 10 * 60)
  expect(openClocks('D', december, deadline, calendar).resolve).toMatchObject({ assumed: true })
  expect(openClocks('A', december, deadline, calendar).resolve).not.toHaveProperty('assumed')
})

it('always warns after the start and before the end, for every tier and time', () => {
  const instants = fc.integer({ min: chinaInstant(2025, 1, 1), max: chinaInstant(2026, 11, 1) })
  fc.assert(
    fc.property(fc.constantFrom(...tiers), instants, (tier, at) => {
      const clocks = {
        ...openClocks(tier, at, deadline, calendar),
        confirm: confirmClock(tier, at, deadline, calendar),
      }
      for (const clock of Object.values(clocks)) {
        expect(clock.startedAt).toBe(at)
        expect(clock.warnAt).toBeGreaterThan(at)
        expect(clock.warnAt).toBeLessThan(clock.dueAt)
      }
    }),
  )
})

/** Counts minute by minute with the kept package and a wall clock: slow, and obviously right. */
const dueByHand = (length: Length, at: number): number => {
  if ('minutes' in length) return at + length.minutes * minute
  const minutesOfDay = (t: number) => Math.floor(((t + 8 * hour) % day) / minute)
  const close = minute * (calendarData.hours.at(-1)?.[1] ?? 0)
  if ('workingDays' in length) {
    let midnight = at - minutesOfDay(at) * minute
    for (let left = length.workingDays; left > 0;) {
      midnight += day
      if (isWorkday(dayKey(midnight))) left--
    }
    return midnight + close
  }
  let now = at
  for (let left = length.workingMinutes; left > 0; now += minute) {
    const open = calendarData.hours.some(
      ([from = 0, to = 0]) => from <= minutesOfDay(now) && minutesOfDay(now) < to,
    )
    if (open && isWorkday(dayKey(now))) left--
  }
  return now
}

it('is due when somebody who counts the minutes says so, in every tier of every covered year', () => {
  const minutes = fc.integer({
    min: chinaInstant(2024, 1, 1) / minute,
    max: chinaInstant(2026, 11, 30) / minute,
  })
  fc.assert(
    fc.property(fc.constantFrom(...tiers), minutes, (tier, minutes) => {
      const at = minutes * minute
      const { accept, reply, resolve } = openClocks(tier, at, deadline, calendar)
      const confirm = confirmClock(tier, at, deadline, calendar)
      const lengths = deadline.tiers[tier]
      expect({
        accept: accept.dueAt,
        reply: reply.dueAt,
        resolve: resolve.dueAt,
        confirm: confirm.dueAt,
      }).toEqual({
        accept: dueByHand(lengths.accept, at),
        reply: dueByHand(lengths.reply, at),
        resolve: dueByHand(lengths.resolve, at),
        confirm: dueByHand(lengths.confirm, at),
      })
    }),
    { numRuns: 400 },
  )
})
