import type { Choice, SeatKind, TopicStatus } from '../../contract/council'
import type { VoteRule } from './voteRule'

/** A seat on a council. */
export interface Seat {
  id: string
  kind: SeatKind
  /** Why this seat exists: 街区负责人, 商户代表, 轮值街坊 … */
  title: string
  personId?: string
  name: string
  from: number
  to: number
}

/** A council of a 街区, as stored in `councils`. */
export interface Council {
  _id: string
  v: 1
  areaId: string
  name: string
  seats: Seat[]
  /** What imports did to it while they can still be undone, by their token. */
  moves?: { by: string; from: string; to: string }[]
}

/** One voter on the roll that is fixed when the vote opens. */
export interface Voter {
  personId: string
  seatId: string
  kind: SeatKind
  title: string
  name: string
}

/** The outcome of a vote; computed from the ballots, never from counters. */
export interface VoteResult {
  passed: boolean
  quorate: boolean
  counts: { roll: number; cast: number; for: number; against: number; abstain: number }
  /** The count, line by line, in Chinese sentences. */
  explanation: string[]
}

export interface TopicEvent {
  at: number
  by: string
  text: string
  token?: string
  /** Of an import that ended its area: where it took it. */
  moved?: { from: string; to: string }
}

/** A topic, as stored in `topics`. */
export interface Topic {
  _id: string
  v: 1
  /** Raised by every transition. */
  version: number
  /** Raised by every write: what the write is guarded on. */
  rev: number
  councilId: string
  council: string
  areaId: string
  areaIds: string[]
  title: string
  proposal: string
  background: string
  proposer: string
  status: TopicStatus
  requestIds: string[]
  vote?: { rule: VoteRule; opensAt: number; closesAt: number; roll: Voter[]; result?: VoteResult }
  events: TopicEvent[]
  createdAt: number
  /** `<13-digit createdAt>-<id>` */
  listKey: string
  /** The same while it is discussed or voted on. */
  openKey?: string
  wakeAt?: number
}

/** One ballot, as stored in `ballots`; its id is topic + voter, so that there is one. */
export interface Ballot {
  _id: string
  v: 1
  topicId: string
  personId: string
  seatId: string
  choice: Choice
  at: number
  token: string
}
