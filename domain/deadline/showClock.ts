import type { ClockName } from '../../contract/requestTerms'
import type { ShownClock } from '../../contract/requestView'
import { type Clock, stepsOf, stepsToCome } from './clock'

const reporters: readonly ClockName[] = ['answer', 'confirm']

/** What a screen needs to know of an open clock at `now` (ms): whose it is, what is left, and what comes next. */
export const showClock = (name: ClockName, clock: Clock, now: number): ShownClock => {
  const { dueAt, length, paused, assumed } = clock
  const told = stepsOf(clock).flatMap(({ share, doneAt, tell }) =>
    doneAt !== undefined && share >= 1 ? tell : [],
  )
  const toldUp = (['street', 'community'] as const).find(level => told.includes(level))
  const warnsAt = stepsToCome(clock)[0]?.at
  return {
    name,
    dueAt,
    overdue: !paused && dueAt < now,
    who: reporters.includes(name) ? 'reporter' : 'officer',
    ...(paused && { paused: { left: paused.left, unit: unitOf(length) } }),
    ...(length && ('workingMinutes' in length || 'workingDays' in length) && { working: true }),
    ...(warnsAt !== undefined && warnsAt < dueAt && { warnsAt }),
    ...(toldUp && { toldUp }),
    ...(assumed && { assumed }),
  }
}

const unitOf = (length: Clock['length']): NonNullable<ShownClock['paused']>['unit'] => {
  if (!length || 'minutes' in length) return 'ms'
  if ('days' in length) return 'days'
  return 'workingDays' in length ? 'workingDays' : 'workingMs'
}
