import { type Clock, isRunning, stepAt } from './clock'

/**
 * A clock that falls due no later than `by` (ms), an instant that is not ours to move; what it still has to say comes
 * earlier with it. The same object when it is early enough, does not run, or began when `by` was over.
 */
export const capClock = (clock: Clock, by: number): Clock => {
  if (!isRunning(clock) || clock.dueAt <= by || by <= clock.startedAt) return clock
  return {
    ...clock,
    dueAt: by,
    ...(clock.steps && {
      steps: clock.steps.map(step =>
        step.doneAt === undefined ? { ...step, at: stepAt(step.share, clock.startedAt, by) } : step,
      ),
    }),
  }
}
