import type { Category } from '../../contract/categories'
import type {
  Brought,
  ClockName,
  EventKind,
  External,
  Manner,
  Milestone,
  Satisfaction,
  Solved,
  Tile,
} from '../../contract/requestTerms'
import type { Place } from '../../contract/place'
import type { Status } from '../../contract/statuses'
import type { Tier } from '../../contract/tiers'
import type { Clock } from '../deadline/clock'
import type { TriageDecision } from '../triage/triage'

/** An officer in a post, as history keeps them: names stay readable after people move on. */
export interface Officer {
  officerId: string
  name: string
  /** A kind of the policy `postKinds`. */
  post: string
  areaId: string
}

/** Who did something: kept with the event. */
export interface Actor {
  kind: 'reporter' | 'officer' | 'system'
  /** Person id; absent for the system. */
  personId?: string
  /** Of an officer: who, by which post, on which area; also of one who speaks for the reporter. */
  officer?: Officer
}

/** A picture that came with a request or a reply. What became of it is in `files`, so that history stays as it was. */
export interface StoredPhoto {
  id: string
  /** Cloud file id of what the phone uploaded; gone once a copy is kept. */
  inbox: string
}

/** The copy that was kept, checked and stripped of metadata; or that there is none and never will be. */
export type KeptFile = { fileId: string } | { rejected: true }

/** One line of history. Events are appended and never edited. */
export interface RequestEvent {
  kind: EventKind
  at: number
  by: Actor
  /** Of the call that caused it; absent for what the clock did. */
  token?: string
  from?: Status
  to?: Status
  text?: string
  photos?: StoredPhoto[]
  /** With `resolved`. */
  manner?: Manner
  /** With `confirmed` and `reopened`. */
  answer?: { solved: Solved; satisfaction: Satisfaction }
  /** With `warned`, `overdue` and `escalated`. */
  clock?: ClockName
  /** With `replied`: the officer sends it to everybody whose request is dealt with in this one. */
  toMerged?: true
  /** With `replied`: what the officer reported reached. */
  reached?: Milestone
  /** With `retiered`, and with `objectionAnswered` when it was upheld: what was, and what is. */
  retier?: { tier?: [was: Tier, is: Tier]; category?: [was: Category, is: Category] }
  /** With `extended`: until when, ms. With `suspended`: when it is looked at again. */
  dueAt?: number
  /** With `rehomed`: the grid it was in, and the one it is in. */
  moved?: { from: string; to: string }
}

/** Who has it: a snapshot, so that a list needs no second read. */
export interface Assignee extends Officer {
  personId?: string
  since: number
}

/** Something that must still be done because of this request; done effects are removed. */
export type Effect =
  | { id: string; kind: 'tell'; personId: string; text: string; link: string }
  | { id: string; kind: 'keepPhoto'; photo: StoredPhoto }
  | { id: string; kind: 'tellFollowers'; text: string; link: string }
  | { id: string; kind: 'takeIn'; into: string }
  | { id: string; kind: 'letGo'; from: string }
  | { id: string; kind: 'passOn'; to: string; event: number }

/** One request that is dealt with in another, as the other keeps it. */
export interface MergedRequest {
  id: string
  no: string
  /** Whoever reported both counts as one household. */
  reporterId: string
}

/** A request with its history, as stored in `requests`. */
export interface Request {
  _id: string
  v: 1
  /** Raised by every transition; a screen sends back the one it showed. */
  version: number
  /** Raised by every write, notes and bookkeeping included: what the write is guarded on. */
  rev: number
  /** Token of the submit. */
  token: string
  no: string
  /** The account that sent it; of what an officer brought, that officer's. */
  reporterId: string
  /** An officer brought it; absent when the resident did. */
  source?: Brought
  /** What it is called where it came from. */
  external?: External
  text: string
  tile?: Tile
  photos: StoredPhoto[]
  /** What became of each picture, here and in the events, by its id. */
  files: Record<string, KeptFile>
  place: Place
  gridId: string
  /** The piece of ground its point lies in: what is near is found by it. Absent without a point. */
  cell?: string
  /** The grid and all its ancestors; the only array in any index. */
  areaIds: string[]
  triage: TriageDecision
  tier: Tier
  /** Where a person put it in another class than `triage` did. */
  category?: Category
  status: Status
  assignee?: Assignee
  /** Clocks that run or have run. A clock without `doneAt` is open. */
  clocks: Partial<Record<ClockName, Clock>>
  reopenedTimes: number
  /** Accounts that joined it or something dealt with in it, but for who reported; counted from `joins`, never by adding. */
  joined?: number
  /** Requests that are dealt with in this one. */
  merged?: MergedRequest[]
  /** The request in which this one is dealt with. */
  mergedInto?: { id: string; no: string }
  events: RequestEvent[]
  createdAt: number
  /** `<13-digit createdAt>-<id>`: the order of "my requests". */
  mineKey: string
  /** The same while it is not closed, for "my open requests". */
  mineOpenKey?: string
  /** `<tier rank>-<13-digit due, earlier by its households>-<id>`: the order of worklists; absent while nobody's clock runs or it is merged. */
  openKey?: string
  /** `<13-digit instant of the correction>-<id>` while people have it elsewhere than the rules had put it. */
  correctedKey?: string
  /** The earliest instant at which the clock has something to do here, ms; absent when nothing. */
  wakeAt?: number
  effects: Effect[]
}
