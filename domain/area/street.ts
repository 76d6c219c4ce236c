import type { AreaBrief, GridCard, OfficerCard } from '../../contract/area'
import type { Permission } from '../../contract/permissions'
import { inTerm } from '../account/mayDo'
import { dutyWords, onDuty } from '../account/onDuty'
import type { Post } from '../account/post'
import { roles } from '../account/roles'
import type { AreaNode } from './area'

/** The areas in force and the people who look after them, in memory. */
export class Street {
  private readonly byId: ReadonlyMap<string, AreaNode>
  private readonly byParent: ReadonlyMap<string | undefined, AreaNode[]>
  private readonly postsByArea: ReadonlyMap<string, Post[]>

  constructor(areas: readonly AreaNode[], posts: readonly Post[]) {
    this.byId = new Map(areas.map(area => [area._id, area]))
    this.byParent = groupBy(areas, area => area.parentId)
    this.postsByArea = groupBy(posts, post => post.areaId)
  }

  area(id: string): AreaNode | undefined {
    return this.byId.get(id)
  }

  /** The areas directly below one, in the net that carries requests; without a parent, the streets. */
  children(parentId?: string): AreaNode[] {
    return (this.byParent.get(parentId) ?? []).filter(area => area.tree === 'grid')
  }

  /** From the street down to the area itself. */
  path(id: string): AreaBrief[] {
    return (this.byId.get(id)?.path ?? []).flatMap(step => {
      const area = this.byId.get(step)
      return area ? [briefOf(area)] : []
    })
  }

  /** The nearest of the area and its ancestors of this kind. */
  within(id: string, kind: AreaNode['kind']): AreaNode | undefined {
    const path = this.byId.get(id)?.path ?? []
    return path.map(step => this.byId.get(step)).find(area => area?.kind === kind)
  }

  /** Posts in term on any of these areas at `now` (ms), lowest area first. */
  posts(areaIds: readonly string[], now: number): Post[] {
    return [...areaIds].reverse().flatMap(id => inTerm(this.postsByArea.get(id) ?? [], now))
  }

  /** The accounts of those who hold a permission on these areas at `now` (ms). */
  holders(permission: Permission, areaIds: readonly string[], now: number): string[] {
    return this.posts(areaIds, now).flatMap(post =>
      post.personId && roles[post.kind].permissions.includes(permission) ? [post.personId] : [],
    )
  }

  /** A post as residents see it. */
  card(post: Post, now: number): OfficerCard {
    return {
      id: post.officerId,
      name: post.name,
      post: roles[post.kind].words,
      onDuty: onDuty(post.duty, now),
      hours: dutyWords(post.duty),
      ...(post.workPhone && { workPhone: post.workPhone }),
    }
  }

  /** A grid with its officer and the duty phone of the nearest area that publishes one; undefined for another kind. */
  gridCard(gridId: string, now: number): GridCard | undefined {
    const grid = this.byId.get(gridId)
    if (grid?.kind !== 'grid') return undefined
    const officer = this.posts([gridId], now).find(post => post.kind === 'gridMember')
    const dutyPhone = [...grid.path].reverse().flatMap(id => this.byId.get(id)?.dutyPhone ?? [])[0]
    return {
      grid: briefOf(grid),
      path: this.path(gridId),
      ...(officer && { officer: this.card(officer, now) }),
      ...(dutyPhone && { dutyPhone }),
    }
  }
}

/** What a screen needs to name an area. */
export const briefOf = ({ _id, name, kind }: AreaNode): AreaBrief => ({ id: _id, name, kind })

const groupBy = <T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
