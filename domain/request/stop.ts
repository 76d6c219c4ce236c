import type { ClockName } from '../../contract/requestTerms'
import type { Request } from './request'

/** Clocks an officer must meet, in the order in which they usually fall due; the others are the reporter's. */
export const officerClocks = [
  'accept',
  'danger',
  'reply',
  'onSite',
  'controlled',
  'resolve',
  'progress',
  'review',
  'objection',
] as const satisfies readonly ClockName[]

/** The clocks with these, where they run or stand still, stopped at `at` (ms). */
export const stop = (
  clocks: Request['clocks'],
  names: readonly ClockName[],
  at: number,
): Request['clocks'] => {
  const stopped = { ...clocks }
  for (const name of names) {
    const clock = clocks[name]
    if (!clock || clock.doneAt !== undefined) continue
    const { paused: _, ...kept } = clock
    stopped[name] = { ...kept, doneAt: at }
  }
  return stopped
}
