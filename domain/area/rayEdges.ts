import type { Box, Polygon } from './polygonsOf'

/** What one must know of a polygon to tell by a ray which points of a box lie in it. */
export interface RayEdges {
  /** Whether a point whose ray crosses none of the edges lies inside. */
  startsInside: boolean
  /** Edges that a ray may cross, four numbers each. */
  edges: number[]
}

/**
 * The edges of a polygon that a ray from a point of the box, running west or east, can cross or start on. An edge is crossed
 * when one end lies above the ray and the other one does not, so of a border that wanders about beyond the box only its
 * ends matter: they are joined. What every ray crosses is only counted.
 */
export const rayEdges = ({ rings }: Polygon, box: Box, isWestward: boolean): RayEdges => {
  let startsInside = false
  const edges: number[] = []
  const isBeyond = (x1: number, x2: number) =>
    isWestward ? Math.max(x1, x2) < box.west : Math.min(x1, x2) > box.east
  const isBehind = (x1: number, x2: number) =>
    isWestward ? Math.min(x1, x2) > box.east : Math.max(x1, x2) < box.west
  const take = (x1: number, y1: number, x2: number, y2: number) => {
    const low = Math.min(y1, y2)
    const high = Math.max(y1, y2)
    if (high < box.south || low > box.north || isBehind(x1, x2)) return
    if (!isBeyond(x1, x2)) edges.push(x1, y1, x2, y2)
    else if (low <= box.south && high > box.north) startsInside = !startsInside
    else if (low !== high && high > box.south) edges.push(x1, y1, x2, y2)
  }
  for (const ring of rings) {
    const at = (i: number) => ring[i % ring.length] as number
    // From a corner that no border beyond the box runs through.
    let first = 0
    while (first < ring.length && isBeyond(at(first + ring.length - 2), at(first))) first += 2
    if (first === ring.length) continue
    let [x1, y1] = [at(first), at(first + 1)]
    for (let i = first + 2; i <= first + ring.length; i += 2) {
      if (i < first + ring.length && isBeyond(x1, at(i)) && isBeyond(at(i), at(i + 2))) continue
      take(x1, y1, at(i), at(i + 1))
      ;[x1, y1] = [at(i), at(i + 1)]
    }
  }
  return { startsInside, edges }
}
