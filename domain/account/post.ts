import type { Permission } from '../../contract/permissions'

/** Service hours: weekdays 1 (Monday) – 7, minutes after midnight in China time. */
export interface DutyHours {
  days: number[]
  from: number
  to: number
}

/**
 * How residents may reach the holder in service hours. Out of hours it is always the duty phone of the area, or a message.
 * - `workPhone`: the street publishes the post's work phone.
 * - `dutyPhone`: only the duty phone of the area is public.
 * - `message`: neither; they write.
 */
export const contactRules = ['workPhone', 'dutyPhone', 'message'] as const
export type ContactRule = (typeof contactRules)[number]

/** officer × area × kind × dates: the truth of permissions. Its stored form is `Versioned<StoredPost>`. */
export interface Post {
  /** Stable through all versions. */
  _id: string
  v: 2
  officerId: string
  /** The account bound to the officer, from `bindings`; absent until the officer has bound one. */
  personId?: string
  name: string
  areaId: string
  /** A kind of the policy `postKinds`. */
  kind: string
  duty: DutyHours
  contact: ContactRule
  /** Of the post, never private. Residents see it only where `contact` says so. */
  workPhone?: string
  /** First instant of the term, ms. */
  from: number
  /** End of the term, ms; absent while open. */
  to?: number
  /** The change of posts that ended it before its time. */
  endedBy?: string
}

/** A post as it is stored: imports write it anew in every version, and whose account it is stays apart from that. */
export type StoredPost = Omit<Post, 'personId'>

/** A staff record, imported before its owner ever opens the app. Its stored form is `Versioned<Officer>`. */
export interface Officer {
  /** Stable through all versions; `officerId` of the posts. */
  _id: string
  v: 1
  name: string
  /** Portrait for the card and the plate, as a cloud file id. */
  photo?: string
  /** For binding the account and for colleagues in charge. It is in this collection alone and on no resident's screen. */
  privatePhone?: string
  /** Who employs them: 网格助理 are lent by their unit. */
  unit?: string
}

/** A time in which an officer is away, and who stands in: what is kept in memory of a leave. */
export interface Absence {
  _id: string
  /** Raised by every change; a screen sends back the one it showed. */
  version: number
  officerId: string
  /** First instant away, ms. */
  from: number
  /** First instant back, ms. */
  to: number
  /** The officer who stands in, with the permissions of the absent one's posts; nobody: work goes up the route. */
  coverId?: string
}

/** Who changed something about the staff: the account, and the post that let them. */
export interface StaffActor {
  personId: string
  officerId?: string
  name?: string
  post?: string
  areaId?: string
}

/** One line of a leave's history: what it became. Appended, never edited. */
export interface LeaveEvent {
  kind: 'entered' | 'changed' | 'ended' | 'withdrawn'
  at: number
  /** Absent when it was withdrawn because another one came first. */
  by?: StaffActor
  token?: string
  from: number
  to: number
  coverId?: string
}

/** A leave with its history, as stored in `leaves`. */
export interface Leave extends Absence {
  v: 1
  rev: number
  events: LeaveEvent[]
  /** `<13-digit to>-<id>`: those still to end are read by this. */
  endKey: string
}

/** What a person may do through one post: their own, or that of somebody they stand in for. */
export interface Grant {
  postId: string
  officerId: string
  /** The officer's name. */
  name: string
  kind: string
  areaId: string
  from: number
  to?: number
  permissions: readonly Permission[]
}

/** An account, as stored in `people`; made at the first write, never on reading. */
export interface Person {
  /** `p` + HMAC of the openid. */
  _id: string
  v: 1
  openid: string
  name?: string
  homeGridId?: string
  /** A building of the home grid, and nothing finer. */
  homeBuilding?: string
  /** Where somebody of the family lives. */
  places?: HouseholdPlace[]
  /** What imports did to home and places while they can still be undone. */
  moves?: HouseholdMove[]
  /** Everything in the inbox up to here has been seen, ms. */
  seenAt: number
  createdAt: number
}

/** A place of the family beside the home: 爸妈家. A building at most. */
export interface HouseholdPlace {
  id: string
  label: string
  gridId: string
  building?: string
}

/** A place of a household that an import took to another grid. */
export interface HouseholdMove {
  /** The token of the import. */
  by: string
  /** `home`, or the id of a place of the family. */
  placeId: string
  from: string
  to: string
}
