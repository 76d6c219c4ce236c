import type { Post } from '../../domain/account/post'
import type { Street } from '../../domain/area/street'
import type { OfficerDoing } from '../../domain/request/handleRequest'
import type { Actor, Request } from '../../domain/request/request'
import { officerOf, routeTo } from '../../domain/request/routeTo'
import { routeOf } from '../../domain/triage/triage'

/** The first along the route who has the app at `at`, and when they serve. */
export const handlerOf = (
  street: Street,
  request: Request,
  at: number,
): { by: OfficerDoing['by']; duty: Post['duty'] } => {
  const posts = street.posts(request.areaIds, at).filter(({ personId }) => personId)
  const { tier, triage } = request
  const route = tier === triage.tier ? triage.route : routeOf[tier]
  const post = routeTo(route, posts, at)
  if (!post?.personId) throw new Error(`Nobody looks after ${request.gridId}`)
  return {
    by: { kind: 'officer', personId: post.personId, officer: officerOf(post) },
    duty: post.duty,
  }
}

/** The accounts of those above who are told what is late at `at`. */
export const overseersOf = (street: Street, { areaIds }: Request, at: number): string[] =>
  street.holders('request.oversee', areaIds, at)

/** Somebody above, who has not had a hand in it where there is such a one. */
export const overseerOf = (street: Street, request: Request, at: number): Actor => {
  const overseers = overseersOf(street, request, at)
  const hands = new Set(request.events.map(({ by }) => by.officer?.officerId))
  const above = street
    .posts(request.areaIds, at)
    .filter(({ personId }) => personId && overseers.includes(personId))
  const post = above.find(({ officerId }) => !hands.has(officerId)) ?? above[0]
  if (!post?.personId) throw new Error(`Nobody oversees ${request.gridId}`)
  return { kind: 'officer', personId: post.personId, officer: officerOf(post) }
}

/** Who reported it. */
export const reporterOf = ({ reporterId }: Request) => ({ kind: 'reporter' as const, personId: reporterId })
