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

/** Who reported it: the resident, or the officer who brought it. */
export const reporterOf = ({ reporterId, events }: Pick<Request, 'reporterId' | 'events'>): Actor =>
  events[0]?.by ?? { kind: 'reporter', personId: reporterId }

/**
 * Who says whether it is done: the resident; of what an officer brought that officer, while in office and unless they did it
 * themselves; of what was found on a round one of those above. Undefined when nobody does.
 */
export const confirmerOf = (street: Street, request: Request, at: number): Actor | undefined => {
  const { source, events, areaIds } = request
  if (!source) return reporterOf(request)
  const by =
    source === 'patrol'
      ? { ...overseerOf(street, request, at), kind: 'reporter' as const }
      : reporterOf(request)
  const doer = events.filter(({ kind }) => kind === 'resolved').at(-1)?.by.officer?.officerId
  const isThere = street
    .posts(areaIds, at)
    .some(({ personId, officerId }) => personId === by.personId && officerId === by.officer?.officerId)
  return isThere && by.officer?.officerId !== doer ? by : undefined
}
