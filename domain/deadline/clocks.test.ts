import fc from 'fast-check'
import { tiers } from '../../contract/tiers'
import { policiesFrom } from '../policy/policies'
import { chinaInstant, hour, minute } from '../time/china'
import { type Clock, startClock, stepsOf } from './clock'
import { openClocks } from './clocks'
import { extendClock, pauseClock, recountAssumed, recountClock, resumeClock } from './moveClock'

const rules = policiesFrom({}, new Map())
const { deadline, calendar } = rules
const monday = chinaInstant(2026, 11, 23, 10 * 60)
const at = (month: number, day: number, h: number) => chinaInstant(2026, month, day, h * 60)

it('gives danger fifteen minutes, day or night', () => {
  const night = at(10, 1, 3)
  expect(openClocks('A', night, rules)).toMatchObject({
    accept: { dueAt: night + 15 * minute },
    reply: { dueAt: night + 2 * hour },
    resolve: { dueAt: night + 24 * hour },
  })
})

it('asks a person to judge a doubted danger in ten minutes, and a sure one not at all', () => {
  expect(openClocks('A', monday, rules, false).danger).toMatchObject({
    dueAt: monday + 10 * minute,
    steps: [{ share: 1, tell: ['street'] }],
  })
  expect(openClocks('A', monday, rules)).not.toHaveProperty('danger')
})

it('calls whoever stands in when danger is not accepted in ten minutes, the street at fifteen', () => {
  const { accept } = openClocks('A', monday, rules)
  expect(stepsOf(accept).map(({ at: when, tell }) => [(when - monday) / minute, tell])).toEqual([
    [10, ['handler', 'backup', 'community']],
    [15, ['handler', 'community', 'street']],
  ])
})

it('gives B four working hours to accept and the close of the third working day', () => {
  // 10:00 + 2 h to noon, then 2 h from 14:00.
  expect(openClocks('B', monday, rules)).toMatchObject({
    accept: { dueAt: at(11, 23, 16) },
    resolve: { dueAt: at(11, 26, 18) },
  })
})

it('counts on into a year whose holidays nobody knows yet, and marks it', () => {
  const december = at(12, 24, 10)
  expect(openClocks('D', december, rules).resolve).toMatchObject({ assumed: true })
  expect(openClocks('A', december, rules).resolve).not.toHaveProperty('assumed')
})

it('always warns after the start and before the end, for every tier and time', () => {
  const instants = fc.integer({ min: chinaInstant(2019, 1, 1), max: at(11, 1, 0) })
  fc.assert(
    fc.property(fc.constantFrom(...tiers), instants, (tier, start) => {
      const clocks = {
        ...openClocks(tier, start, rules, false),
        confirm: startClock(deadline.tiers[tier].confirm, start, calendar),
      }
      for (const clock of Object.values(clocks) as Clock[]) {
        const shares = stepsOf(clock).map(({ share }) => share)
        expect(shares).toContain(1)
        for (const { share, at: when } of stepsOf(clock)) {
          expect(when).toBeGreaterThan(start)
          expect(Math.sign(when - clock.dueAt)).toBe(Math.sign(share - 1))
        }
      }
    }),
  )
})

it('reads a clock of before there were several steps', () => {
  const old = { startedAt: 1, dueAt: 100, warnAt: 80 }
  expect(stepsOf(old).map(({ at: when, share }) => [when, share])).toEqual([
    [80, 0.8],
    [100, 1],
  ])
  expect(stepsOf({ ...old, warnedAt: 81, overdueAt: 101 }).every(({ doneAt }) => doneAt)).toBe(true)
})

describe('waiting for the reporter', () => {
  const { resolve } = openClocks('B', monday, rules)

  it('gives back the working days that passed, weekend and night apart', () => {
    const asked = pauseClock(resolve, at(11, 24, 11), calendar)
    expect(asked.paused).toEqual({ at: at(11, 24, 11), left: 2 })
    // Over the weekend: two working days from Saturday are Monday and Tuesday.
    const answered = resumeClock(asked, at(11, 28, 9), calendar)
    expect(answered).toMatchObject({ dueAt: at(12, 1, 18), pauses: [[at(11, 24, 11), at(11, 28, 9)]] })
    expect(answered).not.toHaveProperty('paused')
  })

  it('takes nothing back that is late already', () => {
    expect(pauseClock(resolve, at(11, 27, 9), calendar)).toBe(resolve)
  })

  it('says nothing twice for having stood still', () => {
    const [warning, ...rest] = stepsOf(resolve)
    const warned = { ...resolve, steps: [{ ...warning!, doneAt: warning!.at }, ...rest] }
    const asked = pauseClock(warned, at(11, 26, 17), calendar)
    const answered = resumeClock(asked, at(11, 30, 9), calendar)
    expect(answered.dueAt).toBe(at(11, 30, 18))
    expect(answered.steps?.map(({ doneAt }) => doneAt !== undefined)).toEqual([true, false, false])
  })
})

it('extends from when it would have fallen due, and warns anew of the longer time', () => {
  const { resolve } = openClocks('B', monday, rules)
  const [warning, ...rest] = stepsOf(resolve)
  const warned = { ...resolve, steps: [{ ...warning!, doneAt: warning!.at }, ...rest] }
  const later = extendClock(warned, { workingDays: 2 }, at(11, 26, 9), calendar)
  expect(later.dueAt).toBe(at(11, 30, 18))
  expect(later.steps?.[0]).toMatchObject({ share: 0.8, at: expect.any(Number) })
  expect(later.steps?.[0]).not.toHaveProperty('doneAt')
  expect(later.extensions).toEqual([{ at: at(11, 26, 9), length: { workingDays: 2 } }])
})

describe('another tier', () => {
  const b = openClocks('B', monday, rules).resolve

  it('is counted from the submission when it is lowered', () => {
    const later = recountClock(b, deadline.tiers.D.resolve, monday, at(11, 25, 9), calendar)
    expect(later.dueAt).toBe(openClocks('D', monday, rules).resolve.dueAt)
  })

  it('asks nothing of the past when it is raised, and gives no more time than there was', () => {
    const raised = recountClock(b, deadline.tiers.A.resolve, monday, at(11, 25, 9), calendar)
    expect(raised.dueAt).toBe(at(11, 26, 9))
    const lastHour = recountClock(b, deadline.tiers.A.resolve, monday, at(11, 26, 17), calendar)
    expect(lastHour.dueAt).toBe(b.dueAt)
  })

  it('never falls due before it could be met, nor after both of its counts', () => {
    const hours = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(fc.constantFrom(...tiers), fc.constantFrom(...tiers), hours, (from, to, passed) => {
        const old = openClocks(from, monday, rules).resolve
        const now = monday + passed * hour
        const { dueAt } = recountClock(old, deadline.tiers[to].resolve, monday, now, calendar)
        const fromThen = openClocks(to, monday, rules).resolve.dueAt
        const fromNow = openClocks(to, now, rules).resolve.dueAt
        expect(dueAt).toBe(Math.max(fromThen, Math.min(old.dueAt, fromNow)))
      }),
    )
  })
})

it('counts an assumed clock anew when the year is known', () => {
  const start = at(12, 24, 10)
  const { resolve } = openClocks('D', start, rules)
  expect(recountAssumed(resolve, start, calendar)).toBe(resolve)
  const known = policiesFrom(
    { calendar: 'calendar:9' },
    new Map([
      [
        'calendar:9',
        {
          source: 'test',
          years: { 2026: { off: [], work: [] }, 2027: { off: ['01-01', '01-04'], work: [] } },
          hours: [[510, 1080]],
        },
      ],
    ]),
  ).calendar
  const again = recountAssumed(resolve, start, known)
  expect(again).not.toHaveProperty('assumed')
  expect(again.dueAt).toBeGreaterThan(resolve.dueAt)
})
