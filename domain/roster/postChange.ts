import { Refusal } from '../../contract/refusal'
import type { Post, StaffActor, StoredPost } from '../account/post'
import { type PostKindSpec, postKind } from '../account/postKinds'
import { areaKind } from '../area/areaKinds'
import type { Street } from '../area/street'

/**
 * A post that begins, ends or changes hands, as stored in `postChanges`: what is meant is written first and done then,
 * step by step, so that whatever breaks off is done to its end later. It stays as the record of who did it.
 */
export interface PostChange {
  _id: string
  v: 1
  rev: number
  events: never[]
  kind: 'appointed' | 'ended' | 'handedOver'
  at: number
  by: StaffActor
  areaId: string
  /** The post that ends, and whose it was. */
  ends?: { postId: string; officerId: string; name: string; personId?: string }
  /** The post that begins. */
  begins?: StoredPost
  stage: 'posts' | 'requests' | 'done' | 'void'
  /** Of the open requests that change hands: up to where they have been looked at, and how many did. */
  cursor: string
  moved: number
  /** When `clock` takes it up, ms; absent once it is done. */
  wakeAt?: number
}

/** How long a call has to finish by itself, ms. */
export const patience = 60_000

/** Permissions over others: only who has them may put somebody in a post that carries them, or take it away. */
const overOthers = ['officer.manage', 'plate.manage', 'area.manage'] as const

/** Whether a post is not above one's own. */
export const isWithin = (own: PostKindSpec, other: PostKindSpec): boolean =>
  overOthers.every(one => own.permissions.includes(one) || !other.permissions.includes(one))

/** Throws `wrongState` when somebody in charge would deal in posts above their own. */
export const assertWithin = (own: PostKindSpec, other: PostKindSpec): void => {
  if (!isWithin(own, other)) throw new Refusal('wrongState', `${other.words}要由上一级来安排。`)
}

/**
 * Throws `wrongState` when a post cannot end: it has, its holder stands in for somebody, or it is the last one that its
 * area needs. With a successor the area is not left alone.
 */
export const assertMayEnd = (street: Street, post: Post, now: number, hasSuccessor: boolean): void => {
  if (post.to !== undefined && post.to <= now) throw new Refusal('wrongState', '这个岗位已经结束了。')
  const [standing] = street.roster.standingIn(post.officerId, { from: now, to: Infinity })
  const others = street.roster.appointments(post.officerId, now).filter(({ _id }) => _id !== post._id)
  if (standing && !others.length) {
    const name = street.roster.postsOf(standing.officerId)[0]?.name ?? '同事'
    throw new Refusal('wrongState', `${post.name}正替${name}代班，请先给${name}换一位代班的人。`)
  }
  const area = street.area(post.areaId)
  const needed = (area && areaKind(street.kinds, area.kind)?.posts) ?? []
  const stays = street.roster
    .present(post.areaId, now)
    .some(
      ({ _id, kind, officerId }) => _id !== post._id && officerId !== post.officerId && needed.includes(kind),
    )
  if (!hasSuccessor && needed.includes(post.kind) && !stays) {
    const words = postKind(street.postKinds, post.kind).words
    throw new Refusal(
      'wrongState',
      `${area?.name ?? '这里'}只有${post.name}一位${words}，不能没有人。请先选好接手的人。`,
    )
  }
}

/** The post of a successor: the same hours and work phone, for these belong to the post. */
export const successorPost = (id: string, post: Post, successor: Post, now: number): StoredPost => {
  const { personId: _, to: __, ...same } = post
  const { officerId, name } = successor
  return { ...same, _id: id, officerId, name, from: now }
}

/** Throws when somebody cannot take a post: they have it, or they are away just now. */
export const assertMayTake = (
  street: Street,
  officerId: string,
  place: Pick<Post, 'areaId' | 'kind'>,
  now: number,
): Post => {
  const [own] = street.roster.appointments(officerId, now)
  if (!own) throw new Refusal('invalid', '请从在岗的同事里选一位。', { field: 'officerId' })
  if (street.roster.away(officerId, now)) {
    throw new Refusal('wrongState', `${own.name}正在请假，请换一位，或者等他回来。`, { field: 'officerId' })
  }
  const has = street.roster
    .appointed(place.areaId, now)
    .some(post => post.officerId === officerId && post.kind === place.kind)
  if (has) throw new Refusal('wrongState', `${own.name}已经在这个岗位上了。`, { field: 'officerId' })
  return own
}
