import type { AreaBrief, OfficerCard } from '../../contract/area'
import type { WorkingCalendar } from '../time/calendar'
import type { TierPreset } from '../triage/tierPreset'
import type { TriagePolicy } from '../triage/triagePolicy'
import type { Looking } from './lifeCycle'
import type { Request } from './request'

/** Who is reading: the reporter, or an officer of the area with the permissions in `looking`. */
export interface Reader {
  side: 'reporter' | 'officer'
  now: number
  looking: Looking
}

/** A report that is dealt with in another, as far as it is shown there. */
export type ReadableReport = Pick<Request, '_id' | 'text' | 'photos' | 'files' | 'place'>

/** What a screen needs that is not in the request itself. */
export interface Around {
  path: AreaBrief[]
  handler?: OfficerCard
  dutyPhone?: string
  /** Short-lived addresses by file id. */
  urls: ReadonlyMap<string, string>
  /** Of the reports dealt with in it, those that this officer may read too. */
  merged: readonly ReadableReport[]
  calendar: WorkingCalendar
  /** The rules in force. */
  triage: TriagePolicy
  /** What the tiers are called. */
  tiers: TierPreset
  /** From so many households on it may be a matter for everybody. */
  topicFrom: number
  /** What a kind of post is called. */
  postWords: (kind: string) => string
}

/** Whose words to use for whom. */
export const sideWords = { reporter: 'resident', officer: 'staff' } as const
export type Side = (typeof sideWords)[Reader['side']]
