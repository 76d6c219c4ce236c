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
  parent: '原来的撤销了，归到它的上级',
  path: '自己没变，上级变了',
  back: '撤销导入，回到原来的网格',
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

  constructor(before: readonly Area[], after: readonly Area[], kinds: AreaKinds) {
    this.before = new Map(before.map(area => [area._id, area]))
    this.after = new Map(after.map(area => [area._id, area]))
    this.homes = after.filter(({ kind }) => areaKind(kinds, kind)?.home)
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

  /** The nearest area above one that is still there; itself when it is. */
  living(areaId: string): string | undefined {
    return [...(this.before.get(areaId)?.path ?? [])].reverse().find(id => this.after.has(id))
  }

  name(areaId: string): string {
    return (this.after.get(areaId) ?? this.before.get(areaId))?.name ?? areaId
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
