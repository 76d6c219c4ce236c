import type { Boundary, Point } from '../../../contract/place'

export interface GridOnMap {
  id: string
  name: string
  center: Point
  boundary: Boundary
}

export interface GridMapProps {
  grids: readonly GridOnMap[]
  selected?: string
  pin?: Point
  /** Where the person is. */
  me?: Point
  /** The point that was touched and the grid it lies in. */
  onTouch: (point: Point, gridId: string) => void
}
