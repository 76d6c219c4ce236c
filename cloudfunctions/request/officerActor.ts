import type { Grant, Post } from '../../domain/account/post'
import { roles } from '../../domain/account/roles'
import type { Street } from '../../domain/area/street'
import type { Actor, Officer } from '../../domain/request/request'

/** The person acting under a grant, as history keeps them. */
export const officerActor = (grant: Grant, personId: string, street: Street, now: number) => {
  const post = street.posts([grant.areaId], now).find(({ _id }) => _id === grant.postId)
  const officer = post
    ? officerOf(post)
    : { officerId: grant.officerId, name: roles[grant.kind].words, post: grant.kind, areaId: grant.areaId }
  return { kind: 'officer', personId, officer } satisfies Actor
}

/** The officer in a post. */
export const officerOf = ({ officerId, name, kind, areaId }: Post): Officer => ({
  officerId,
  name,
  post: kind,
  areaId,
})
