import type { Grant } from '../../domain/account/post'
import { roles } from '../../domain/account/roles'
import type { Street } from '../../domain/area/street'
import type { Actor } from '../../domain/request/request'
import { officerOf } from '../../domain/request/routeTo'

/** The person acting under a grant, as history keeps them. */
export const officerActor = (grant: Grant, personId: string, street: Street, now: number) => {
  const post = street.posts([grant.areaId], now).find(({ _id }) => _id === grant.postId)
  const officer = post
    ? officerOf(post)
    : { officerId: grant.officerId, name: roles[grant.kind].words, post: grant.kind, areaId: grant.areaId }
  return { kind: 'officer', personId, officer } satisfies Actor
}
