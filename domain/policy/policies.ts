import type { DeadlinePolicy } from '../deadline/deadlinePolicy'
import { type CalendarData, WorkingCalendar } from '../time/calendar'
import type { TriagePolicy } from '../triage/triagePolicy'
import calendarData from './calendar.json'
import deadline from './deadline.json'
import triage from './triage.json'

/** The policies in force. */
export interface Policies {
  triage: TriagePolicy
  deadline: DeadlinePolicy
  calendar: WorkingCalendar
}

/** Policies that ship with the code, by id; they are what a street has before it publishes its own. */
export const builtIn: Readonly<Record<string, unknown>> = {
  'triage:1': triage,
  'deadline:1': deadline,
  'calendar:1': calendarData,
}

const defaults = { triage: 'triage:1', deadline: 'deadline:1', calendar: 'calendar:1' }

/**
 * The policies that `active` names by kind, taken from those published and else from the built-in ones. Throws when an
 * active policy is in neither: deciding under another one in silence would be worse than not deciding.
 */
export const policiesFrom = (
  active: Readonly<Record<string, string>>,
  published: ReadonlyMap<string, unknown>,
): Policies => {
  const body = (kind: keyof typeof defaults) => {
    const id = active[kind] ?? defaults[kind]
    const found = published.get(id) ?? builtIn[id]
    if (!found) throw new Error(`The policy ${id} is active but was never published.`)
    return found
  }
  return {
    triage: body('triage') as TriagePolicy,
    deadline: body('deadline') as DeadlinePolicy,
    calendar: new WorkingCalendar(body('calendar') as CalendarData),
  }
}
