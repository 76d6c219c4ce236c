import type { Permission } from '../../contract/permissions'
import type { CoverReason } from '../../contract/roster'
import type { Post } from '../account/post'
import type { AreaNode } from '../area/area'
import type { Span } from '../area/roster'
import type { Street } from '../area/street'

/** An officer who could stand in. */
export interface CoverProposal {
  /** The post by which they are suitable. */
  post: Post
  why: CoverReason
  /** For how many others they stand in at that time already. */
  load: number
}

/** Work that somebody who stands in must be used to doing, when the absent one does it. */
const mustCarry = ['request.handle', 'request.oversee'] as const satisfies readonly Permission[]

/**
 * Who could stand in for an officer for the whole of a time: others on the same areas, then those of the neighbouring
 * areas under the same one above (the nearest first), then those above, and below for whoever has nobody above. Each once.
 * Nobody who is away at some time in it or whose post ends before it does; those with less to cover come first among equals.
 */
export const proposeCovers = (street: Street, officerId: string, span: Span): CoverProposal[] => {
  const { roster } = street
  const absent = roster
    .postsOf(officerId)
    .filter(({ from, to = Infinity }) => from < span.to && span.from < to)
  const needed = mustCarry.filter(permission => absent.some(post => roster.carries(post, permission)))
  const suits = (post: Post): boolean =>
    post.officerId !== officerId &&
    post.from <= span.from &&
    (post.to ?? Infinity) >= span.to &&
    needed.every(permission => roster.carries(post, permission)) &&
    !roster.absences(post.officerId, span).length
  const found = new Map<string, CoverProposal & { rank: number }>()
  for (const { areaId } of absent) {
    const area = street.area(areaId)
    if (!area) continue
    around(street, area).forEach(([near, why], rank) => {
      for (const post of roster.everAppointed(near._id)) {
        const known = found.get(post.officerId)
        if (!suits(post) || (known && known.rank <= rank)) continue
        const load = roster.standingIn(post.officerId, span).length
        found.set(post.officerId, { post, why, load, rank })
      }
    })
  }
  return [...found.values()]
    .sort((a, b) => reasons.indexOf(a.why) - reasons.indexOf(b.why) || a.load - b.load || a.rank - b.rank)
    .map(({ post, why, load }) => ({ post, why, load }))
}

const reasons: readonly CoverReason[] = ['sameArea', 'neighbour', 'above', 'below']

/** The areas whose people come into question, the nearest to the work first. */
const around = (street: Street, area: AreaNode): (readonly [AreaNode, CoverReason])[] => {
  const neighbours = street
    .children(area.parentId, area.tree)
    .filter(({ _id }) => _id !== area._id && area.parentId !== undefined)
    .sort((a, b) => distance(area, a) - distance(area, b))
  const above = area.path
    .slice(0, -1)
    .reverse()
    .flatMap(id => street.area(id) ?? [])
  const below = above.length ? [] : street.children(area._id, area.tree)
  return [
    [area, 'sameArea'] as const,
    ...neighbours.map(one => [one, 'neighbour'] as const),
    ...above.map(one => [one, 'above'] as const),
    ...below.map(one => [one, 'below'] as const),
  ]
}

/** Only to compare: degrees squared, and those without ground last. */
const distance = ({ center: a }: AreaNode, { center: b }: AreaNode): number =>
  a && b ? (a.lng - b.lng) ** 2 + (a.lat - b.lat) ** 2 : 1e9
