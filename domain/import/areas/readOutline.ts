import gcoord from 'gcoord'
import type { CoordinateSystem } from '../../../contract/importTerms'
import type { Boundary } from '../../../contract/place'
import { quantise, unitsPerDegree } from '../../area/polygonsOf'
import { crossing } from './crossing'
import type { FaultCode } from '../faults'

/** What can be wrong with an outline. */
interface OutlineFault {
  code: FaultCode
  value?: string
  words?: Record<string, string | number>
}

/** Mainland China, as `contract/place` bounds points. */
const bounds = { lng: [73, 136], lat: [3, 54] } as const
const isLng = (n: number) => n >= bounds.lng[0] && n <= bounds.lng[1]
const isLat = (n: number) => n >= bounds.lat[0] && n <= bounds.lat[1]

/** A point of a file in GCJ-02, on the lattice of ten-millionths of a degree; or what is wrong with it. */
export const readPosition = (
  lng: unknown,
  lat: unknown,
  from: CoordinateSystem,
): [lng: number, lat: number] | OutlineFault => {
  if (typeof lng !== 'number' || typeof lat !== 'number' || !Number.isFinite(lng) || !Number.isFinite(lat)) {
    return { code: 'badCoordinate' }
  }
  if (!isLng(lng) || !isLat(lat)) {
    return isLng(lat) && isLat(lng)
      ? { code: 'swapped', value: `${lng}, ${lat}` }
      : { code: 'abroad', value: `${lng}, ${lat}` }
  }
  const [x, y] = from === 'gcj02' ? [lng, lat] : gcoord.transform([lng, lat], systems[from], gcoord.GCJ02)
  return [quantise(x) / unitsPerDegree, quantise(y) / unitsPerDegree]
}

const systems = { wgs84: gcoord.WGS84, bd09: gcoord.BD09 } as const

/** The outline of a GeoJSON geometry in GCJ-02 on that lattice, or what is wrong with it. */
export const readOutline = (geometry: unknown, from: CoordinateSystem): Boundary | OutlineFault => {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type !== 'Polygon' && type !== 'MultiPolygon') return { code: 'notPolygon', value: String(type) }
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates
  const points = countPoints(polygons)
  if (points > pointsMost) return { code: 'tooManyPoints', words: { count: points, most: pointsMost } }
  const boundary: Boundary = []
  for (const polygon of listOf(polygons)) {
    const rings: [number, number][][] = []
    for (const ring of listOf(polygon)) {
      const read = readRing(listOf(ring), from)
      if (!Array.isArray(read)) return read
      rings.push(read)
    }
    if (rings.length) boundary.push(rings)
  }
  if (!boundary.length) return { code: 'noOutline' }
  const crossed = crossing(boundary)
  return crossed ? { code: 'ringCrosses', value: crossed.join(', ') } : boundary
}

/** Points of one outline: a whole county as surveyors draw it has less. Every pair of edges may have to be looked at. */
const pointsMost = 10_000

const countPoints = (polygons: unknown): number =>
  listOf(polygons).reduce<number>(
    (sum, polygon) => sum + listOf(polygon).reduce<number>((all, ring) => all + listOf(ring).length, 0),
    0,
  )

const readRing = (
  positions: readonly unknown[],
  from: CoordinateSystem,
): [number, number][] | OutlineFault => {
  const ring: [number, number][] = []
  for (const position of positions) {
    const [lng, lat] = listOf(position)
    const read = readPosition(lng, lat, from)
    if (!Array.isArray(read)) return read
    ring.push(read)
  }
  const corners = new Set(ring.map(String)).size
  if (corners < 3) return { code: 'ringShort', words: { count: corners } }
  return String(ring[0]) === String(ring.at(-1)) ? ring : { code: 'ringOpen' }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

/** Whether two outlines are the same on the lattice: a file written with fewer digits is no change. */
export const sameOutline = (a: Boundary, b: Boundary): boolean => onLattice(a) === onLattice(b)

const onLattice = (boundary: Boundary): string =>
  JSON.stringify(boundary, (_, value: unknown) => (typeof value === 'number' ? quantise(value) : value))
