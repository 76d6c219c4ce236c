import type { RequestLine, ShownClock, WorkingTime } from '../../contract/requestView'
import { clockNames } from '../../contract/requestTerms'
import { showClock } from '../deadline/showClock'
import type { WorkingCalendar } from '../time/calendar'
import type { Request } from './request'
import type { Reader } from './reader'

/** The part of the working calendar that the clocks of a screen lie in; none when no clock counts working time. */
const workingTimeOf = (
  clocks: readonly (ShownClock | undefined)[],
  now: number,
  calendar: WorkingCalendar,
): { workingTime?: WorkingTime } => {
  const dues = clocks.flatMap(clock => (clock?.working && clock.dueAt > now ? [clock.dueAt] : []))
  return dues.length ? { workingTime: calendar.slice(now, Math.max(...dues)) } : {}
}

/** The same for a list. */
export const linesTime = (lines: readonly RequestLine[], now: number, calendar: WorkingCalendar) =>
  workingTimeOf(
    lines.map(({ clock }) => clock),
    now,
    calendar,
  )

/** The clocks that are open: those that run, the earliest due first, before those that stand still. */
export const shownClocks = (request: Pick<Request, 'clocks'>, now: number): ShownClock[] =>
  clockNames
    .flatMap(name => {
      const clock = request.clocks[name]
      if (!clock || clock.doneAt !== undefined) return []
      return [showClock(name, clock, now)]
    })
    .sort((a, b) => order(a) - order(b) || a.dueAt - b.dueAt)

/** An officer's clock says more than the reporter's, except that they are waited for. */
const order = ({ who, paused }: ShownClock) => (paused ? 1 : who === 'officer' ? 0 : 2)

/** Residents see what the street has promised them; the doubt about a danger is not theirs to carry. */
export const viewClocks = (request: Request, { side, now }: Reader, calendar: WorkingCalendar) => {
  const clocks = shownClocks(request, now).filter(
    ({ name }) => side === 'officer' || (name !== 'danger' && !request.clocks[name]?.staffOnly),
  )
  return { clocks, ...workingTimeOf(clocks, now, calendar) }
}
