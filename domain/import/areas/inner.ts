import type { Boundary, Point } from '../../../contract/place'
import { contains } from '../../area/contains'
import { quantise, unitsPerDegree } from '../../area/polygonsOf'
import { ringArea } from './squareMetres'

/**
 * A point well inside an outline, to hang a name on and to look the area up by: the middle of its largest part where that
 * lies inside, else the middle of the widest stretch at that latitude. Undefined for no outline.
 */
export const inner = (boundary: Boundary): Point | undefined => {
  const size = (polygon: Boundary[number]) => ringArea(polygon[0] ?? [])
  const [largest] = [...boundary].sort((a, b) => size(b) - size(a))
  const ring = largest?.[0]
  if (!largest || !ring?.length) return undefined
  const middle = centroid(ring)
  const point = contains([largest], middle) ? middle : widest(largest, middle.lat)
  return { lng: onLattice(point.lng), lat: onLattice(point.lat) }
}

const onLattice = (degrees: number) => quantise(degrees) / unitsPerDegree

const centroid = (ring: readonly (readonly [number, number])[]): Point => {
  const [x0, y0] = ring[0] ?? [0, 0]
  let [twice, sumX, sumY] = [0, 0, 0]
  ring.forEach(([lng, lat], n) => {
    const [nextLng, nextLat] = ring[(n + 1) % ring.length] ?? [x0, y0]
    const [x1, y1, x2, y2] = [lng - x0, lat - y0, nextLng - x0, nextLat - y0]
    const cross = x1 * y2 - x2 * y1
    twice += cross
    sumX += (x1 + x2) * cross
    sumY += (y1 + y2) * cross
  })
  return twice ? { lng: x0 + sumX / (3 * twice), lat: y0 + sumY / (3 * twice) } : { lng: x0, lat: y0 }
}

const widest = (polygon: Boundary[number], lat: number): Point => {
  const crossings = polygon
    .flatMap(ring =>
      ring.slice(1).flatMap(([x2, y2], n) => {
        const [x1, y1] = ring[n] as [number, number]
        return y1 > lat !== y2 > lat ? [x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)] : []
      }),
    )
    .sort((a, b) => a - b)
  let best: [from: number, to: number] = [crossings[0] ?? 0, crossings[1] ?? 0]
  for (let n = 2; n + 1 < crossings.length; n += 2) {
    const [from, to] = [crossings[n] as number, crossings[n + 1] as number]
    if (to - from > best[1] - best[0]) best = [from, to]
  }
  return { lng: (best[0] + best[1]) / 2, lat }
}
