import type { AreaKind } from '../../contract/area'
import type { Boundary, Point } from '../../contract/place'

/** One area of a tree, as stored in `areas`. Several trees may lie over the same ground. */
export interface Area {
  _id: string
  v: 1
  kind: AreaKind
  name: string
  /** The net it belongs to: `grid` is the one that carries requests, `red` the volunteers' finer one. */
  tree: 'grid' | 'red'
  parentId?: string
  /** From the root of its tree down to itself. */
  path: string[]
  center: Point
  boundary: Boundary
  /** Duty phone that the street publishes for the area. */
  dutyPhone?: string
}

/** An area without its outline: what every warm function instance keeps in memory. */
export type AreaNode = Omit<Area, 'boundary'>
