/** Kinds of post that exist so far; their words and permissions are in `roles`. */
export type PostKind = 'gridMember' | 'blockLead' | 'communityDuty' | 'streetDuty'

/** officer × area × kind × dates, as stored in `posts`: the truth of permissions. */
export interface Post {
  _id: string
  v: 1
  officerId: string
  /** The account bound to the officer; absent until the officer has opened the app. */
  personId?: string
  name: string
  areaId: string
  kind: PostKind
  /** Service hours: weekdays 1 (Monday) – 7, minutes after midnight in China time. */
  duty: { days: number[]; from: number; to: number }
  /** Published by the street; private phones are never stored here. */
  workPhone?: string
  /** First instant of the term, ms. */
  from: number
  /** End of the term, ms; absent while open. */
  to?: number
}

/** A post as copied into the person, so that one read gives identity and permissions. */
export interface Grant {
  postId: string
  officerId: string
  kind: PostKind
  areaId: string
  from: number
  to?: number
}

/** An account, as stored in `people`; made at the first write, never on reading. */
export interface Person {
  /** `p` + HMAC of the openid. */
  _id: string
  v: 1
  openid: string
  name?: string
  homeGridId?: string
  grants: Grant[]
  /** Everything in the inbox up to here has been seen, ms. */
  seenAt: number
  createdAt: number
}
