import type { Boundary, Point } from '../../contract/place'

/**
 * Whether a point lies in the polygons or on their border: even–odd rule over all rings, so holes are outside. For the
 * few outlines of a map on the phone; the cloud looks up in an `AreaIndex`.
 * https://wrfranklin.org/Research/Short_Notes/pnpoly.html
 */
export const contains = (boundary: Boundary, { lng, lat }: Point): boolean =>
  boundary.some(polygon => {
    let inside = false
    for (const ring of polygon) {
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [x1, y1] = ring[j] as [number, number]
        const [x2, y2] = ring[i] as [number, number]
        if (onSegment(lng, lat, x1, y1, x2, y2)) return true
        if (y1 > lat !== y2 > lat && lng < crossing(lat, x1, y1, x2, y2)) inside = !inside
      }
    }
    return inside
  })

/** Where an edge meets a latitude; from its southern end, so that both neighbours of a border get the very same number. */
const crossing = (lat: number, x1: number, y1: number, x2: number, y2: number): number =>
  y1 < y2 ? ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1 : ((x1 - x2) * (lat - y2)) / (y1 - y2) + x2

const onSegment = (x: number, y: number, x1: number, y1: number, x2: number, y2: number): boolean =>
  (x2 - x1) * (y - y1) === (y2 - y1) * (x - x1) &&
  Math.min(x1, x2) <= x &&
  x <= Math.max(x1, x2) &&
  Math.min(y1, y2) <= y &&
  y <= Math.max(y1, y2)
