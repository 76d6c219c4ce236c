import type { ImportTotals } from '../../contract/importReport'
import type {
  CoordinateSystem,
  ImportKind,
  ImportState,
  ImportStep,
  MissingRule,
} from '../../contract/importTerms'
import type { Pointers } from '../policy/pointers'

/** Versions of what is in force, as far as an import looks at them. */
export type Base = Pick<Pointers, 'areas' | 'roster' | 'places' | 'touched'>

/** One line of a run's history. */
export interface RunEvent {
  at: number
  /** Who did it, by name; 系统 for what passed by itself. */
  by: string
  personId?: string
  text: string
  /** Of the call. */
  token?: string
}

/** What follows, in this order; `returns` are the way back of what an undone import moved, before anything else moves. */
export const followSteps = ['requests', 'returns', 'homes', 'councilReturns', 'councils', 'topics'] as const

/** The way of open requests, homes and topics after areas that were applied or undone. */
export interface Follow {
  /** Version of `areas` that was in force before. */
  from: number
  /** Moves that this same run made are taken back. */
  back?: true
  /** What is gone through, and up to which sort key. */
  what: (typeof followSteps)[number]
  after: string
  moved: number
  /** Requests made up to this instant may have been made by an instance that still held the old areas, ms. */
  until: number
  done: boolean
}

/** One import from the first look at its file to the end, as stored in `imports`. */
export interface Run {
  /** `m` + a hash of the person and the file: a file sent twice is one run. */
  _id: string
  v: 1
  /** Raised by every change of `state`. */
  version: number
  /** Raised by every write. */
  rev: number
  personId: string
  kind: ImportKind
  fileName: string
  coordinates: CoordinateSystem
  missing: MissingRule
  /** The area it is about, with all below. */
  areaId: string
  /** What the phone uploaded, and the copy that is kept until the run is over. */
  inbox: string
  source?: string
  state: ImportState
  /** While `checking` and `applying`. */
  work?: { step: ImportStep; done: number; of: number }
  /** What was in force when the file was checked; every later step goes by it. */
  base?: Base
  /** When it was checked: dates are judged by this, so that every step comes to the same, ms. */
  checkedAt: number
  /** Files with what the steps have found so far, and at last the report. */
  parts: string[]
  report?: string
  /** Files that a later step has replaced; `clock` removes them. */
  waste?: string[]
  totals?: ImportTotals
  /** Why it is `unreadable` or `outdated`. */
  message?: string
  /** The version that was claimed for it: no other run writes under this number. */
  target?: number
  /** What was in force before it is no longer kept: it cannot be undone any more. */
  final?: true
  /** The line that will say it was undone: noted before the switch back, so that `clock` can end it. */
  undoing?: RunEvent
  follow?: Follow
  events: RunEvent[]
  createdAt: number
  /** `<13-digit createdAt>-<id>` */
  listKey: string
  /** When `clock` has to look after it, ms. */
  wakeAt?: number
}
