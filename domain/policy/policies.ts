import * as z from '../../contract/zod'
import type { PostKinds } from '../account/postKinds'
import type { AreaKinds } from '../area/areaKinds'
import type { DeadlinePolicy } from '../deadline/deadlinePolicy'
import type { DuplicatePolicy } from '../duplicates/duplicatePolicy'
import type { Retention } from '../import/retention'
import { WorkingCalendar } from '../time/calendar'
import { type TierPreset, tierPreset } from '../triage/tierPreset'
import type { TriagePolicy } from '../triage/triagePolicy'
import areaKindsData from './areaKinds.json'
import { areaKinds, postKinds } from './areaSchemas'
import calendarData from './calendar.json'
import deadline from './deadline.json'
import duplicates from './duplicates.json'
import { duplicatePolicy } from './duplicateSchema'
import { calendarPolicy, deadlinePolicy, triagePolicy } from './policySchemas'
import postKindsData from './postKinds.json'
import retention from './retention.json'
import { retentionPolicy } from './retentionSchema'
import tiers from './tiers.json'
import tiersByLevel from './tiersByLevel.json'
import triage from './triage.json'
import circumstances from './triageCircumstances.json'
import cues from './triageCues.json'

/** The policies in force. */
export interface Policies {
  triage: TriagePolicy
  /** What the letters of the tiers mean here. */
  tiers: TierPreset
  deadline: DeadlinePolicy
  calendar: WorkingCalendar
  duplicates: DuplicatePolicy
  areaKinds: AreaKinds
  postKinds: PostKinds
  retention: Retention
}

/** Policies that ship with the code, by id; they are what a street has before it publishes its own. */
export const builtIn: Readonly<Record<string, unknown>> = {
  'triage:1': { ...triage, ...circumstances, cues },
  'tiers:1': tiers,
  'tiers:2': tiersByLevel,
  'deadline:1': deadline,
  'calendar:1': calendarData,
  'duplicates:1': duplicates,
  'areaKinds:1': areaKindsData,
  'postKinds:1': postKindsData,
  'retention:1': retention,
}

const defaults = {
  triage: 'triage:1',
  tiers: 'tiers:1',
  deadline: 'deadline:1',
  calendar: 'calendar:1',
  duplicates: 'duplicates:1',
  areaKinds: 'areaKinds:1',
  postKinds: 'postKinds:1',
  retention: 'retention:1',
}

/** The id of the policy of a kind that is in force when the pointer says `active`. */
export const activeId = (active: Readonly<Record<string, string>>, kind: keyof typeof defaults): string =>
  active[kind] ?? defaults[kind]

/**
 * The policies that `active` names by kind, taken from those published and else from the built-in ones. Throws when an
 * active policy is in neither, or does not fit its schema: deciding under another one in silence would be worse than not
 * deciding.
 */
export const policiesFrom = (
  active: Readonly<Record<string, string>>,
  published: ReadonlyMap<string, unknown>,
): Policies => {
  const body = <T>(kind: keyof typeof defaults, schema: z.ZodMiniType<T>): T => {
    const id = activeId(active, kind)
    // What ships with the code is held to the schemas by a test, not at every cold start.
    if (!published.has(id) && id in builtIn) return builtIn[id] as T
    if (!published.has(id)) throw new Error(`The policy ${id} is active but was never published.`)
    const { success, data, error } = z.safeParse(schema, published.get(id))
    if (success) return data
    const issue = error.issues[0]
    throw new Error(`The policy ${id} is wrong at "${issue?.path.join('.')}": ${issue?.message}`)
  }
  return {
    triage: body('triage', triagePolicy),
    tiers: body('tiers', tierPreset),
    deadline: body('deadline', deadlinePolicy),
    calendar: new WorkingCalendar(body('calendar', calendarPolicy)),
    duplicates: body('duplicates', duplicatePolicy),
    areaKinds: body('areaKinds', areaKinds),
    postKinds: body('postKinds', postKinds),
    retention: body('retention', retentionPolicy),
  }
}
