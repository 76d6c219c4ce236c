import type { AreaBrief, GridCard, OfficerCard } from '../../contract/area'
import type { Permission } from '../../contract/permissions'
import { dutyChange, dutyWords, onDuty } from '../account/onDuty'
import type { Absence, Grant, Post } from '../account/post'
import { type PostKinds, postKind } from '../account/postKinds'
import type { AreaNode } from './area'
import { areaKind, type AreaKinds } from './areaKinds'
import { groupBy } from './groupBy'
import { type Held, Roster } from './roster'

/** What a street is made of. */
export interface StreetParts {
  areas: readonly AreaNode[]
  posts: readonly Post[]
  leaves: readonly Absence[]
  areaKinds: AreaKinds
  postKinds: PostKinds
}

/** People shown with a grid beside its own member: the 楼长, the 街区's and the 社区's. */
const teamMost = 8

/** The areas in force and the people who look after them, in memory. */
export class Street {
  readonly kinds: AreaKinds
  readonly roster: Roster
  readonly postKinds: PostKinds
  private readonly byId: ReadonlyMap<string, AreaNode>
  private readonly byParent: ReadonlyMap<string | undefined, AreaNode[]>
  private readonly mainTree: string | undefined

  constructor({ areas, posts, leaves, areaKinds, postKinds }: StreetParts) {
    this.kinds = areaKinds
    this.postKinds = postKinds
    this.roster = new Roster(posts, leaves, postKinds)
    this.byId = new Map(areas.map(area => [area._id, area]))
    this.byParent = groupBy(areas, area => area.parentId)
    this.mainTree = areaKinds.trees.find(({ main }) => main)?.id
  }

  area(id: string): AreaNode | undefined {
    return this.byId.get(id)
  }

  /** Every area of every tree. */
  areas(): IterableIterator<AreaNode> {
    return this.byId.values()
  }

  /** The areas directly below one, in a tree (the main one, which carries requests); without a parent, its roots. */
  children(parentId?: string, tree = this.mainTree): AreaNode[] {
    return (this.byParent.get(parentId) ?? []).filter(area => area.tree === tree)
  }

  /** Whether people live in such an area and requests lie in it. */
  isHome(area: AreaNode | undefined): area is AreaNode {
    return area !== undefined && areaKind(this.kinds, area.kind)?.home === true
  }

  /** From the root down to the area itself. */
  path(id: string): AreaBrief[] {
    return (this.byId.get(id)?.path ?? []).flatMap(step => {
      const area = this.byId.get(step)
      return area ? [briefOf(area)] : []
    })
  }

  /** The nearest of the area and its ancestors of this kind. */
  within(id: string, kind: string): AreaNode | undefined {
    const path = this.byId.get(id)?.path ?? []
    return path.map(step => this.byId.get(step)).find(area => area?.kind === kind)
  }

  /** The area around this one, or itself, whose homes one map shows. */
  mapAround(id: string): AreaNode | undefined {
    const path = (this.byId.get(id)?.path ?? []).flatMap(step => this.byId.get(step) ?? [])
    return path.reverse().find(area => areaKind(this.kinds, area.kind)?.map) ?? this.byId.get(id)
  }

  /** What a kind of post is called. */
  postWords(kind: string): string {
    return postKind(this.postKinds, kind).words
  }

  /** Whoever holds the posts on these areas at `now` (ms), lowest area first; covers stand in for those away. */
  posts(areaIds: readonly string[], now: number): Held[] {
    return [...areaIds].reverse().flatMap(id => this.roster.present(id, now))
  }

  /** What a person may do at `now` (ms). */
  grants(personId: string, now: number): Grant[] {
    return this.roster.grants(personId, now)
  }

  /** The accounts of those who hold a permission on these areas at `now` (ms). */
  holders(permission: Permission, areaIds: readonly string[], now: number): string[] {
    return this.posts(areaIds, now).flatMap(post =>
      post.personId && this.roster.carries(post, permission) ? [post.personId] : [],
    )
  }

  /** A post as residents see it: the work phone only where the street publishes it and in service hours. */
  card(post: Post, now: number): OfficerCard {
    const isAway = this.roster.away(post.officerId, now)
    const isOn = !isAway && onDuty(post.duty, now)
    const changesAt = isAway ? undefined : dutyChange(post.duty, now)
    return {
      id: post.officerId,
      name: post.name,
      post: this.postWords(post.kind),
      onDuty: isOn,
      hours: dutyWords(post.duty),
      ...(changesAt !== undefined && { dutyChangesAt: changesAt }),
      ...(post.contact === 'workPhone' && post.workPhone && { workPhone: post.workPhone }),
    }
  }

  /**
   * A grid with its officer, whoever stands in for them, the rest of its people and the duty phone of the nearest area
   * that publishes one; undefined for an area in which nobody can live.
   */
  gridCard(gridId: string, now: number): GridCard | undefined {
    const grid = this.byId.get(gridId)
    return this.isHome(grid) ? this.areaCard(grid, now) : undefined
  }

  /** The same for any area: a 街区, a red grid, a 专属网格. */
  areaCard(area: AreaNode, now: number): GridCard {
    const own = this.front(this.roster.appointed(area._id, now))
    const [first] = own
    const dutyPhone = this.dutyPhone(area)
    const others = [...own.slice(1), ...this.above(area, now)].slice(0, teamMost)
    return {
      grid: briefOf(area),
      path: this.path(area._id),
      ...(first && { officer: this.withCover(first, now) }),
      ...(dutyPhone && { dutyPhone }),
      ...(others.length && {
        team: others.map(post => ({ ...this.card(post, now), area: this.byId.get(post.areaId)?.name ?? '' })),
      }),
      ...(first && { duties: [...(postKind(this.postKinds, first.kind).duties ?? [])] }),
    }
  }

  /** The duty phone of the nearest area that publishes one. */
  dutyPhone(area: AreaNode): string | undefined {
    return [...area.path].reverse().flatMap(id => this.byId.get(id)?.dutyPhone ?? [])[0]
  }

  private withCover(post: Post, now: number): OfficerCard {
    const leave = this.roster.away(post.officerId, now)
    if (!leave) return this.card(post, now)
    const cover = this.roster.present(post.areaId, now).find(held => held.insteadOf === post.officerId)
    return {
      ...this.card(post, now),
      away: { until: leave.to, ...(cover && { cover: this.card(cover, now) }) },
    }
  }

  /** Those residents meet, of the areas above: present ones only. */
  private above(area: AreaNode, now: number): Post[] {
    return area.path
      .slice(0, -1)
      .reverse()
      .flatMap(id => this.front(this.roster.present(id, now)))
  }

  private front(posts: readonly Post[]): Post[] {
    const rank = (post: Post) => postKind(this.postKinds, post.kind).front ?? Infinity
    return posts.filter(post => rank(post) < Infinity).sort((a, b) => rank(a) - rank(b))
  }
}

/** What a screen needs to name an area. */
export const briefOf = ({ _id, name, kind }: Pick<AreaNode, '_id' | 'name' | 'kind'>): AreaBrief => ({
  id: _id,
  name,
  kind,
})
