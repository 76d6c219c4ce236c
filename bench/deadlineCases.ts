import { type ClockName, clockNames } from '../contract/requestTerms'
import { type Tier, tiers } from '../contract/tiers'
import { randomOf } from '../demo/random'
import { startClock } from '../domain/deadline/clock'
import type { ClockRule, Length } from '../domain/deadline/deadlinePolicy'
import { extendClock, pauseClock, resumeClock } from '../domain/deadline/moveClock'
import { policiesFrom } from '../domain/policy/policies'
import { chinaInstant, day, minute, startOfDay } from '../domain/time/china'
import { countMinutes, type Happening } from './countMinutes'

const { deadline, calendar } = policiesFrom({}, new Map())

interface Difference {
  tier: Tier
  clock: string
  start: number
  happenings: Happening[]
  /** Minutes since 1970. */
  due: number
  counted: number
}

type Named = [name: string, rule: ClockRule]

const rulesOf = (tier: Tier): Named[] => {
  const { pause, suspension, ...clocks } = deadline.tiers[tier]
  const own = clockNames.flatMap((name): Named[] => {
    const rule = (clocks as Partial<Record<ClockName, ClockRule>>)[name]
    return rule ? [[name, rule]] : []
  })
  return [
    ...own,
    ...(pause ? ([['answer', pause.answer]] as Named[]) : []),
    ...(suspension ? ([['review', suspension.review]] as Named[]) : []),
  ]
}

/** Lengths of other kinds than a tier's own, so that every kind of time is paused and extended. */
const others: Length[] = [{ workingMinutes: 1200 }, { minutes: 6000 }, { days: 4 }, { workingDays: 1 }]
const moreOf = (length: Length, amount: number): Length => {
  if ('minutes' in length) return { minutes: amount * 600 }
  if ('workingMinutes' in length) return { workingMinutes: amount * 200 }
  return 'days' in length ? { days: amount } : { workingDays: amount }
}

/**
 * Random requests with their waits for the reporter and their extensions, and how the engine's due times differ from a
 * count minute by minute.
 */
export const randomDifferences = (cases: number, seed: number): Difference[] => {
  const random = randomOf(seed, 'deadlines')
  const [from, to] = [chinaInstant(2019, 1, 1) / minute, chinaInstant(2026, 7, 1) / minute]
  const differences: Difference[] = []
  for (let n = 0; n < cases; n++) {
    const tier = random.pick(tiers)
    const [name, rule] = random.chance(0.4)
      ? random.pick(rulesOf(tier))
      : (['resolve', deadline.tiers[tier].resolve] as const)
    const length = random.chance(0.3) ? random.pick(others) : rule.length
    const start = random.integer(from, to)
    let clock = startClock({ ...rule, length }, start * minute, calendar)
    const happenings: Happening[] = []
    let now = start
    for (let moves = name === 'resolve' ? random.integer(0, 4) : 0; moves > 0; moves--) {
      const left = clock.dueAt / minute - now
      if (left < 2) break
      // Often near the end, where the rules have their corners.
      const at = random.chance(0.3)
        ? clock.dueAt / minute - random.integer(1, Math.min(left - 1, 600))
        : now + random.integer(0, left - 1)
      if (random.chance(0.35)) {
        const extend = moreOf(length, random.integer(1, 6))
        clock = extendClock(clock, extend, at * minute, calendar)
        happenings.push({ extend, at })
        now = at
      } else {
        const answered = at + random.integer(1, random.pick([300, 2000, 15_000]))
        // Now and then exactly when offices close, or at midnight.
        const until = random.chance(0.15) ? onEdge(answered, random.pick([0, 18 * 60])) : answered
        clock = resumeClock(pauseClock(clock, at * minute, calendar), until * minute, calendar)
        happenings.push({ pause: at, until })
        now = until
      }
    }
    const due = clock.dueAt / minute
    const counted = countMinutes(length, start, happenings)
    if (due !== counted) differences.push({ tier, clock: name, start, happenings, due, counted })
  }
  return differences
}

/** The next minute, from one on, that is so many minutes after midnight in China. */
const onEdge = (from: number, ofDay: number): number => {
  const midnight = startOfDay(from * minute) / minute
  return midnight + ofDay < from ? midnight + ofDay + 24 * 60 : midnight + ofDay
}

/** Every clock of every tier, started on every `step`-th day from 2019 to 2026 in the morning, in the evening and at a random minute. */
export const dailyDifferences = (
  step: number,
  seed: number,
): { cases: number; differences: Difference[] } => {
  const random = randomOf(seed, 'days')
  const differences: Difference[] = []
  let cases = 0
  for (let midnight = chinaInstant(2019, 1, 1); midnight < chinaInstant(2027, 1, 1); midnight += step * day) {
    for (const ofDay of [9 * 60, 18 * 60, random.integer(0, 1439)]) {
      const start = midnight / minute + ofDay
      for (const tier of tiers) {
        for (const [name, rule] of rulesOf(tier)) {
          cases++
          const due = startClock(rule, start * minute, calendar).dueAt / minute
          const counted = countMinutes(rule.length, start, [])
          if (due !== counted) differences.push({ tier, clock: name, start, happenings: [], due, counted })
        }
      }
    }
  }
  return { cases, differences }
}
