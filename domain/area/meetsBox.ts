import type { Box, Polygon } from './polygonsOf'

/** Whether a polygon, its border included, has a point in common with a box. */
export const meetsBox = ({ box, rings }: Polygon, around: Box): boolean => {
  // Cut to the polygon's own box: numbers stay as small as the polygon is, and the arithmetic exact.
  const west = Math.max(box.west, around.west)
  const south = Math.max(box.south, around.south)
  const east = Math.min(box.east, around.east)
  const north = Math.min(box.north, around.north)
  if (west > east || south > north) return false
  if (west === box.west && south === box.south && east === box.east && north === box.north) return true
  let isAround = false
  for (const ring of rings) {
    let x1 = ring.at(-2) as number
    let y1 = ring.at(-1) as number
    for (let i = 0; i < ring.length; i += 2) {
      const x2 = ring[i] as number
      const y2 = ring[i + 1] as number
      const dx = x2 - x1
      const dy = y2 - y1
      const isNear =
        Math.min(x1, x2) <= east &&
        Math.max(x1, x2) >= west &&
        Math.min(y1, y2) <= north &&
        Math.max(y1, y2) >= south
      if (isNear) {
        // The two of the box's corners that lie farthest to either side of the edge: it passes between them or not.
        const left = dx * ((dx > 0 ? north : south) - y1) - dy * ((dy > 0 ? west : east) - x1)
        const right = dx * ((dx > 0 ? south : north) - y1) - dy * ((dy > 0 ? east : west) - x1)
        if (left >= 0 && right <= 0) return true
      }
      // When no edge meets the box, all of it is inside if one of its corners is.
      if (y1 > south !== y2 > south && (west - x1) * dy < dx * (south - y1) === dy > 0) isAround = !isAround
      x1 = x2
      y1 = y2
    }
  }
  return isAround
}
