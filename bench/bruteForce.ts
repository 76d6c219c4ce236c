import type { Boundary, Point } from '../contract/place'
import type { Shape } from '../domain/area/packAreas'

/**
 * The lowest area at a point by looking at every one of them in turn, written on its own: what the index is held against.
 * Corners are whole numbers here, so nothing is rounded. `undefined` when none contains it.
 */
export const bruteForce = (shapes: readonly Shape[]) => {
  const polygons = [...shapes]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id, boundary }) => boundary.map(polygon => ({ id, ...whole(polygon) })))
  // Four numbers for each polygon in one block: a hundred thousand of them are looked at for every point.
  const boxes = Int32Array.from(polygons.flatMap(({ box }) => box))
  return (point: Point): string | undefined => {
    const x = Math.round(point.lng * 1e7)
    const y = Math.round(point.lat * 1e7)
    for (let n = 0; n < polygons.length; n++) {
      const [west, south, east, north] = [
        boxes[4 * n]!,
        boxes[4 * n + 1]!,
        boxes[4 * n + 2]!,
        boxes[4 * n + 3]!,
      ]
      if (x < west || x > east || y < south || y > north) continue
      const { id, rings } = polygons[n]!
      if (inRings(rings, x, y)) return id
    }
    return undefined
  }
}

/** A polygon in whole numbers, with its box: most are ruled out by four comparisons. */
const whole = (polygon: Boundary[number]) => {
  const rings = polygon.map(ring =>
    ring.map(([lng, lat]) => [Math.round(lng * 1e7), Math.round(lat * 1e7)] as const),
  )
  const xs = rings.flat().map(([x]) => x)
  const ys = rings.flat().map(([, y]) => y)
  return { rings, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }
}

type Ring = readonly (readonly [number, number])[]

const inRings = (rings: readonly Ring[], x: number, y: number): boolean => {
  let inside = false
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i++) {
      const [x1, y1] = ring[i] as readonly [number, number]
      const [x2, y2] = ring[(i + 1) % ring.length] as readonly [number, number]
      const side = (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)
      const along = (x - x1) * (x - x2) <= 0 && (y - y1) * (y - y2) <= 0
      if (side === 0 && along) return true
      if (y1 <= y && y2 > y && side > 0) inside = !inside
      if (y2 <= y && y1 > y && side < 0) inside = !inside
    }
  }
  return inside
}
