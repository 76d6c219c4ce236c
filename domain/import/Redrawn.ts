import type { Point } from '../../contract/place'
import { AreaIndex } from '../area/AreaIndex'
import type { Area } from '../area/area'
import { areaKind, type AreaKinds } from '../area/areaKinds'
import { contains } from '../area/contains'
import { lowestShapes } from '../area/lowestShapes'
import { packAreas } from '../area/packAreas'
import { inner } from './areas/inner'
import { sameOutline } from './areas/readOutline'

/** By what something follows to another area, with the words for it. */
export const moveRules = {
  point: '按上报的位置归到新的网格',
  successor: '原来的撤销了，归到接管那块地方的',
  council: '原来的撤销了，归到接管它大部分网格的',
  parent: '原来的撤销了，归到它的上级',
  path: '自己没变，上级变了',
} as const
export type MoveRule = keyof typeof moveRules

export interface Move {
  areaId: string
  rule: MoveRule
}

/** What became of the areas from one version to another, and where whatever lies in them belongs now. */
export class Redrawn {
  private readonly before: ReadonlyMap<string, Area>
  private readonly after: ReadonlyMap<string, Area>
  private readonly homes: readonly Area[]
  private made?: AreaIndex

  constructor(
    before: readonly Area[],
    after: readonly Area[],
    private readonly kinds: AreaKinds,
  ) {
    this.before = new Map(before.map(area => [area._id, area]))
    this.after = new Map(after.map(area => [area._id, area]))
    this.homes = after.filter(area => this.kindIsHome(area))
  }

  /** The areas that are no more. */
  ended(): Area[] {
    return [...this.before.values()].filter(({ _id }) => !this.after.has(_id))
  }

  /** The areas that are still there under others than before. */
  moved(): Area[] {
    return [...this.after.values()].filter(({ _id }) => this.isUnderOthers(_id))
  }

  /**
   * Where a request in a grid goes; undefined when it stays as it is. Where there is a point, and the grid has ended or no
   * longer contains what it contained, the point decides; without one a grid that is no more is followed by its successor.
   * A request whose point never lay in its grid was put there by somebody, and stays.
   */
  request(gridId: string, point?: Point): Move | undefined {
    const [was, is] = [this.before.get(gridId), this.after.get(gridId)]
    if (!is) {
      const found = point && this.gridAt(point)
      if (found) return { areaId: found, rule: 'point' }
      return this.successor(gridId)
    }
    if (was && point && !sameOutline(was.boundary, is.boundary)) {
      const left = contains(was.boundary, point) && !contains(is.boundary, point)
      const found = left ? this.gridAt(point, true) : undefined
      if (found && found !== gridId) return { areaId: found, rule: 'point' }
    }
    return this.isUnderOthers(gridId) ? { areaId: gridId, rule: 'path' } : undefined
  }

  /** The grid that has taken over the ground of one that is no more, else one below the nearest of its old parents. */
  successor(gridId: string): Move | undefined {
    const was = this.before.get(gridId)
    const middle = inner(was?.boundary ?? []) ?? was?.center
    const found = middle && this.gridAt(middle)
    if (found) return { areaId: found, rule: 'successor' }
    const parent = this.living(gridId)
    const near = this.homes.find(({ path }) => parent !== undefined && path.includes(parent))
    return near && { areaId: near._id, rule: 'parent' }
  }

  /**
   * Where the council of an area goes, and its open topics with it: when that is no more, to the area of its kind that has
   * most of the grids which lay in it, and else to the nearest of its old parents. It stays where the area is still there.
   */
  council(areaId: string): Move | undefined {
    const was = this.before.get(areaId)
    if (!was || this.after.has(areaId)) return undefined
    const counts = new Map<string, number>()
    for (const grid of this.before.values()) {
      if (!this.kindIsHome(grid) || !grid.path.includes(areaId)) continue
      const heir = this.after.get(grid._id) ?? this.after.get(this.successor(grid._id)?.areaId ?? '')
      const above = heir?.path.find(id => this.after.get(id)?.kind === was.kind)
      if (above !== undefined) counts.set(above, (counts.get(above) ?? 0) + 1)
    }
    // As many here as there: the smaller id, so that every step comes to the same.
    const [most] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    if (most) return { areaId: most[0], rule: 'council' }
    const parent = this.living(areaId)
    return parent === undefined ? undefined : { areaId: parent, rule: 'parent' }
  }

  /** The nearest area above one that is still there; itself when it is. */
  living(areaId: string): string | undefined {
    return [...(this.before.get(areaId)?.path ?? [])].reverse().find(id => this.after.has(id))
  }

  /** After an undone import: where the councils of the areas that have come back were meanwhile. */
  heirs(): string[] {
    const forward = new Redrawn([...this.after.values()], [...this.before.values()], this.kinds)
    return forward.ended().flatMap(({ _id }) => forward.council(_id)?.areaId ?? [])
  }

  name(areaId: string): string {
    return (this.after.get(areaId) ?? this.before.get(areaId))?.name ?? areaId
  }

  private kindIsHome({ kind }: Area): boolean {
    return areaKind(this.kinds, kind)?.home === true
  }

  private isUnderOthers(id: string): boolean {
    const [was, is] = [this.before.get(id), this.after.get(id)]
    return was !== undefined && is !== undefined && was.path.join() !== is.path.join()
  }

  /** The grid at a point, or the nearest one. */
  private gridAt(point: Point, onlyInside = false): string | undefined {
    const index = (this.made ??= AreaIndex.from(packAreas(lowestShapes(this.homes))))
    const [found] = index.locate(point)
    return found && (found.inside || !onlyInside) ? found.id : undefined
  }
}
