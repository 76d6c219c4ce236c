import type { WorkingCalendar } from '../time/calendar'
import { type Clock, isRunning, startClock, stepAt } from './clock'
import type { ClockRule, Length } from './deadlinePolicy'
import { dueAfterLeft, dueAfter, leftOf } from './dueAfter'

/**
 * The clock standing still from `at` (ms), with what is left in its own kind of time. One that has run out is not
 * stopped: asking the reporter takes back no lateness.
 */
export const pauseClock = (clock: Clock, at: number, calendar: WorkingCalendar): Clock =>
  !isRunning(clock) || clock.dueAt <= at
    ? clock
    : { ...clock, paused: { at, left: leftOf(lengthOf(clock), at, clock.dueAt, calendar) } }

/** The clock running again from `at` (ms): what was left is left now. What it has said already is not said again. */
export const resumeClock = (clock: Clock, at: number, calendar: WorkingCalendar): Clock => {
  if (!clock.paused || clock.doneAt !== undefined) return clock
  const { paused, assumed: _, ...kept } = clock
  const due = dueAfterLeft(lengthOf(clock), paused.left, at, calendar)
  const later = due.dueAt - clock.dueAt
  return {
    ...kept,
    ...due,
    ...(kept.steps && {
      steps: kept.steps.map(step => (step.doneAt === undefined ? { ...step, at: step.at + later } : step)),
    }),
    ...(kept.warnAt !== undefined && { warnAt: kept.warnAt + later }),
    pauses: [...(kept.pauses ?? []), [paused.at, at]],
  }
}

/**
 * The clock with more time, counted from when it would have fallen due. Warnings of the longer time that still lie
 * ahead are given anew; lateness marked while the extension was being decided is taken back.
 */
export const extendClock = (clock: Clock, more: Length, at: number, calendar: WorkingCalendar): Clock => {
  const { overdueAt: _, assumed: __, warnAt: ___, warnedAt: ____, ...kept } = clock
  const due = dueAfter(more, clock.dueAt, calendar)
  const extensions = [...(kept.extensions ?? []), { at, length: more }]
  return { ...kept, ...due, extensions, ...relaid({ ...kept, ...due }, kept.startedAt, at) }
}

/**
 * The clock of another tier, at `at` (ms), for a request that came in at `since`. It is counted from when the request
 * came in, with the pauses it has had; but a rise asks nothing of the past: it never falls due sooner than its length
 * from now, unless the old clock did. In one line: max(from then, min(old due, from now)).
 */
export const recountClock = (
  old: Clock | undefined,
  rule: ClockRule,
  since: number,
  at: number,
  calendar: WorkingCalendar,
): Clock => {
  const fromNow = startClock(rule, at, calendar)
  const fromThen = (old?.pauses ?? []).reduce(
    (clock, [from, to]) => resumeClock(pauseClock(clock, from, calendar), to, calendar),
    startClock(rule, since, calendar),
  )
  const oldOrNow = old && old.dueAt < fromNow.dueAt ? { ...fromNow, dueAt: old.dueAt } : fromNow
  const chosen = fromThen.dueAt >= oldOrNow.dueAt ? fromThen : oldOrNow
  const clock = {
    ...chosen,
    ...(old?.pauses && { pauses: old.pauses }),
    ...(old?.overdueAt !== undefined && chosen.dueAt <= at && { overdueAt: old.overdueAt }),
  }
  return { ...clock, ...relaid(clock, clock.startedAt, at) }
}

/**
 * An `assumed` clock counted anew, with its pauses and extensions: the holidays of the year it reaches into may be known
 * by now. The same object when nothing has changed.
 */
export const recountAssumed = (clock: Clock, at: number, calendar: WorkingCalendar): Clock => {
  if (!clock.assumed || !clock.length || !isRunning(clock)) return clock
  const moves = [
    ...(clock.pauses ?? []).map(([from, to]) => ({
      at: from,
      make: (c: Clock) => resumeClock(pauseClock(c, from, calendar), to, calendar),
    })),
    ...(clock.extensions ?? []).map(({ at: given, length }) => ({
      at: given,
      make: (c: Clock) => extendClock(c, length, given, calendar),
    })),
  ].sort((a, b) => a.at - b.at)
  const bare = { ...startClock({ length: clock.length, steps: [] }, clock.startedAt, calendar) }
  const due = moves.reduce((current, { make }) => make(current), bare)
  // Still not known: it stays as it was counted.
  if (due.assumed) return clock
  const { assumed: _, ...kept } = clock
  const moved = { ...kept, dueAt: due.dueAt }
  return { ...moved, ...relaid(moved, moved.startedAt, at) }
}

/** A clock of before its length was kept counts around the clock. */
const lengthOf = ({ length }: Clock): Length => length ?? { minutes: 1 }

/** Steps spread over the time from `from` to the due time; warnings that lie before `at` are over without a word. */
const relaid = ({ steps, dueAt, overdueAt }: Clock, from: number, at: number): Pick<Clock, 'steps'> =>
  steps
    ? {
        steps: steps.map(({ doneAt: _, ...step }) => {
          const stepTime = stepAt(step.share, from, dueAt)
          const over = stepTime <= at && (step.share < 1 || overdueAt !== undefined)
          return { ...step, at: stepTime, ...(over && { doneAt: at }) }
        }),
      }
    : {}
