import type { Brought, Satisfaction, Solved, Tile } from '../../contract/requestTerms'
import type { Place } from '../../contract/place'
import type { Area } from '../../domain/area/area'
import type { Case, Matter } from './matters/matter'
import type { Turn } from './turn'

/** What the reporter says about the result; `silent` says nothing until the clock ends it. */
export type Verdict = { solved: Solved; satisfaction: Satisfaction; text?: string } | 'silent'

/** One round of work: how far into each clock (0 its start, 1 its due time) the officer acts. */
export interface Round {
  accept: number
  reply: number
  resolve: number
  /** How far into the confirm clock the reporter answers. */
  confirm: number
  verdict: Verdict
}

/** One request before it is replayed: who reports what, where and when, and what everybody will do. */
export interface Planned {
  reporterId: string
  grid: Area
  place: Place
  matter: Matter
  /** With the places filled in. */
  words: Case
  tile?: Tile
  /** An officer brings it, where one is there. */
  source?: Brought
  photos: number
  /** ms */
  at: number
  rounds: readonly Round[]
  /** The officers get no further than this. */
  stop?: 'submitted' | 'accepted' | 'inProgress' | 'resolved'
  /** Something the reporter adds while waiting. */
  note?: string
  /** What else happens between the first word and the end; left to chance when absent. */
  turns?: readonly Turn[]
  /** Of a planted group: which. Told to the bench, stored nowhere. */
  planted?: string
}
