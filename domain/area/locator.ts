import type { Boundary, Point } from '../../contract/place'

export interface Shape {
  _id: string
  /** GeoJSON MultiPolygon coordinates, GCJ-02 degrees. */
  boundary: Boundary
}

export interface Located {
  id: string
  inside: boolean
  /** Distance to the nearest edge, metres; 0 inside. */
  metresOutside: number
}

export interface Locator {
  /** The shape at a point; of several that share the border it lies on, the one with the lowest id; else the nearest. */
  locate: (point: Point) => Located | undefined
}

interface Boxed extends Shape {
  west: number
  south: number
  east: number
  north: number
}

/** Prepares shapes for many look-ups: each keeps its box, so that most are ruled out by four comparisons. */
export const locatorOf = (shapes: readonly Shape[]): Locator => {
  const boxed = shapes.map(withBox).sort((a, b) => (a._id < b._id ? -1 : 1))
  return {
    locate: point => {
      const home = boxed.find(shape => inBox(shape, point) && contains(shape.boundary, point))
      return home ? { id: home._id, inside: true, metresOutside: 0 } : nearest(boxed, point)
    },
  }
}

/**
 * Whether a point lies in the polygons or on their border: even–odd rule over all rings, so holes are outside.
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

const inBox = ({ west, south, east, north }: Boxed, { lng, lat }: Point): boolean =>
  west <= lng && lng <= east && south <= lat && lat <= north

const withBox = (shape: Shape): Boxed => {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lng, lat] of shape.boundary.flat(2)) {
    west = Math.min(west, lng)
    south = Math.min(south, lat)
    east = Math.max(east, lng)
    north = Math.max(north, lat)
  }
  return { ...shape, west, south, east, north }
}

/** Metres in one degree of latitude: a great circle of R = 6,378,100 m, as WeChat cloud's geo queries count. */
const metresPerDegree = (Math.PI * 6_378_100) / 180

const nearest = (shapes: readonly Boxed[], point: Point): Located | undefined => {
  // Flat is exact enough here: over the few kilometres of a street the error is far below a metre.
  const shrink = Math.cos((point.lat * Math.PI) / 180)
  let best: Located | undefined
  for (const { _id, boundary } of shapes) {
    for (const ring of boundary.flat()) {
      for (let i = 1; i < ring.length; i++) {
        const [a, b] = [ring[i - 1] as [number, number], ring[i] as [number, number]]
        const degrees = distanceToSegment(
          0,
          0,
          (a[0] - point.lng) * shrink,
          a[1] - point.lat,
          (b[0] - point.lng) * shrink,
          b[1] - point.lat,
        )
        const metres = Math.round(degrees * metresPerDegree * 10) / 10
        if (!best || metres < best.metresOutside) best = { id: _id, inside: false, metresOutside: metres }
      }
    }
  }
  return best
}

const distanceToSegment = (x: number, y: number, x1: number, y1: number, x2: number, y2: number): number => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = dx || dy ? ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy) : 0
  const t = Math.max(0, Math.min(1, along))
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy)
}
