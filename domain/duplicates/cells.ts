import type { Point } from '../../contract/place'
import { metresPerDegree } from './metresBetween'

/**
 * Degrees. In China (latitude up to 54°) a cell is at least 550 m high and 650 m wide, more than twice the reach of
 * comparing, so that what is within reach of a point lies in four cells at most.
 */
const [high, wide] = [0.005, 0.01]

const cell = (row: number, column: number): string => `${row}.${column}`

/** The piece of ground a point lies in: what is near it is found by an index on this. */
export const cellOf = ({ lng, lat }: Point): string => cell(Math.floor(lat / high), Math.floor(lng / wide))

/** All cells that something within so many metres of a point can lie in: one to four, for a reach of up to 250 m. */
export const cellsAround = ({ lng, lat }: Point, metres: number): string[] => {
  const up = metres / metresPerDegree
  const across = up / Math.cos((lat * Math.PI) / 180)
  const cells: string[] = []
  for (let row = Math.floor((lat - up) / high); row <= Math.floor((lat + up) / high); row++) {
    for (
      let column = Math.floor((lng - across) / wide);
      column <= Math.floor((lng + across) / wide);
      column++
    )
      cells.push(cell(row, column))
  }
  return cells
}
