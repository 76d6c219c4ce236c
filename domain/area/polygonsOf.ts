import type { Boundary } from '../../contract/place'

/** One polygon of an area, in whole units. */
export interface Polygon {
  /** Numbers of the area and of its tree. */
  area: number
  tree: number
  box: Box
  /** Corners of each ring one after the other, x and y in turn; the first is not repeated at the end. */
  rings: number[][]
}

/** Both ends belong to it. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

/** Coordinates are whole ten-millionths of a degree, about a centimetre: arithmetic on them is exact. */
export const unitsPerDegree = 1e7
/** Degrees in those units. */
export const quantise = (degrees: number): number => Math.round(degrees * unitsPerDegree)

/**
 * The polygons of an outline. They and not the areas are looked up: the box around two far parts of one area would be in
 * everybody's way.
 */
export const polygonsOf = (boundary: Boundary, area: number, tree: number): Polygon[] =>
  boundary.flatMap(polygon => {
    const rings = polygon.map(opened).filter(ring => ring.length)
    return rings.length ? [{ area, tree, box: boxOf(rings), rings }] : []
  })

const opened = (ring: Boundary[number][number]): number[] => {
  const corners = ring.flatMap(([lng, lat]) => [quantise(lng), quantise(lat)])
  const isClosed = corners.length > 2 && corners[0] === corners.at(-2) && corners[1] === corners.at(-1)
  return isClosed ? corners.slice(0, -2) : corners
}

const boxOf = (rings: readonly number[][]): Box => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [ring[i] as number, ring[i + 1] as number]
      west = Math.min(west, x)
      south = Math.min(south, y)
      east = Math.max(east, x)
      north = Math.max(north, y)
    }
  }
  return { west, south, east, north }
}
