import { type ClockName, clockNames } from '../../contract/requestTerms'
import type { Request } from './request'

/** Clocks the reporter is waited for by. */
const reporterClocks = ['answer', 'confirm'] as const satisfies readonly ClockName[]
type ReporterClock = (typeof reporterClocks)[number]

/** Clocks an officer must meet, in the order in which they usually fall due: all but the reporter's. */
export const officerClocks = clockNames.filter(
  (name): name is Exclude<ClockName, ReporterClock> =>
    !(reporterClocks as readonly ClockName[]).includes(name),
)

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
