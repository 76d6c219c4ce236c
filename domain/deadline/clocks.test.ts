import fc from 'fast-check'
import { tiers } from '../../contract/tiers'
import { policiesFrom } from '../policy/policies'
import { chinaInstant, hour, minute } from '../time/china'
import { confirmClock, openClocks } from './clocks'

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
