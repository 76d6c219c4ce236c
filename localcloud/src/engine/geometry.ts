import { databaseError } from '../serviceError'
import { isFields, type Value } from './value'

/** Longitude and latitude in degrees. */
export type Position = [lng: number, lat: number]

/** Metres; the radius that reproduces the service's distances to 13 digits. */
export const earthRadius = 6_378_100

/** A shape taken apart into what the tests below work on. */
export interface Shape {
  points: Position[]
  lines: Position[][]
  /** Rings: the first is the outside, the others are holes. */
  polygons: Position[][][]
}

const degrees = Math.PI / 180

/** Metres between two positions along the sphere. */
export const distance = ([lngA, latA]: Position, [lngB, latB]: Position): number => {
  const half =
    Math.sin(((latB - latA) * degrees) / 2) ** 2 +
    Math.cos(latA * degrees) * Math.cos(latB * degrees) * Math.sin(((lngB - lngA) * degrees) / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Reads a GeoJSON object or an old coordinate pair; undefined when the value is neither. */
export const readShape = (value: Value | undefined): Shape | undefined => {
  const shape: Shape = { points: [], lines: [], polygons: [] }
  return collect(value, shape) ? shape : undefined
}

/** As `readShape`. @throws when the value is no shape */
export const shapeOf = (value: Value | undefined): Shape => {
  const shape = readShape(value)
  if (!shape) throw databaseError(`unknown GeoJSON type or coordinates: ${JSON.stringify(value)}`)
  return shape
}

const collect = (value: Value | undefined, into: Shape): boolean => {
  if (Array.isArray(value)) return isPosition(value) && into.points.push(value) > 0
  if (!isFields(value)) return false
  const { type, coordinates } = value
  switch (type) {
    case 'Point':
      return isPosition(coordinates) && into.points.push(coordinates) > 0
    case 'MultiPoint':
      return isLine(coordinates) && into.points.push(...coordinates) > 0
    case 'LineString':
      return isLine(coordinates) && into.lines.push(coordinates) > 0
    case 'MultiLineString':
      return isRings(coordinates) && into.lines.push(...coordinates) > 0
    case 'Polygon':
      return isRings(coordinates) && into.polygons.push(coordinates) > 0
    case 'MultiPolygon':
      return (
        Array.isArray(coordinates) &&
        coordinates.every(isRings) &&
        into.polygons.push(...(coordinates as Position[][][])) > 0
      )
    case 'GeometryCollection':
      return Array.isArray(value.geometries) && value.geometries.every(part => collect(part, into))
    default:
      return false
  }
}

const isPosition = (value: Value | undefined): value is Position =>
  Array.isArray(value) && value.length >= 2 && typeof value[0] === 'number' && typeof value[1] === 'number'
const isLine = (value: Value | undefined): value is Position[] =>
  Array.isArray(value) && value.every(isPosition)
const isRings = (value: Value | undefined): value is Position[][] =>
  Array.isArray(value) && value.every(isLine)

/** Every position of a shape. */
export const positionsOf = ({ points, lines, polygons }: Shape): Position[] => [
  ...points,
  ...lines.flat(),
  ...polygons.flat(2),
]

/** Whether a shape lies wholly inside polygons. */
export const isWithin = (shape: Shape, polygons: Position[][][]): boolean => {
  const outline = polygons.flat()
  const crosses = (line: Position[]) =>
    segments(line).some(([a, b]) =>
      outline.some(ring => segments(ring).some(([c, d]) => properlyCross(a, b, c, d))),
    )
  const lines = [...shape.lines, ...shape.polygons.flat()]
  return (
    positionsOf(shape).every(position => polygons.some(rings => inPolygon(position, rings))) &&
    !lines.some(crosses)
  )
}

/** Whether two shapes have a position in common. */
export const doIntersect = (a: Shape, b: Shape): boolean => {
  const linesA = [...a.lines, ...a.polygons.flat()]
  const linesB = [...b.lines, ...b.polygons.flat()]
  return (
    a.points.some(point => touches(point, b, linesB)) ||
    b.points.some(point => touches(point, a, linesA)) ||
    linesA.some(line => linesB.some(other => linesCross(line, other))) ||
    lastlyInside(a, b.polygons) ||
    lastlyInside(b, a.polygons)
  )
}

// When no lines cross, one shape is inside the other as a whole or not at all: any one of its positions tells.
const lastlyInside = (shape: Shape, polygons: Position[][][]): boolean =>
  [...shape.lines, ...shape.polygons.map(rings => rings[0] ?? [])].some(
    ([first]) => first && polygons.some(rings => inPolygon(first, rings)),
  )

const touches = (point: Position, { points, polygons }: Shape, lines: Position[][]): boolean =>
  points.some(([lng, lat]) => lng === point[0] && lat === point[1]) ||
  lines.some(line => segments(line).some(([a, b]) => isOn(point, a, b))) ||
  polygons.some(rings => inPolygon(point, rings))

const segments = (line: Position[]): [Position, Position][] =>
  line.slice(1).map((end, n) => [line[n] as Position, end])

const linesCross = (a: Position[], b: Position[]): boolean =>
  segments(a).some(([p, q]) => segments(b).some(([r, s]) => doCross(p, q, r, s)))

const side = ([ax, ay]: Position, [bx, by]: Position, [px, py]: Position): number =>
  Math.sign((bx - ax) * (py - ay) - (by - ay) * (px - ax))

const isOn = (point: Position, a: Position, b: Position): boolean =>
  side(a, b, point) === 0 &&
  point[0] >= Math.min(a[0], b[0]) &&
  point[0] <= Math.max(a[0], b[0]) &&
  point[1] >= Math.min(a[1], b[1]) &&
  point[1] <= Math.max(a[1], b[1])

const properlyCross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0

const doCross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  properlyCross(a, b, c, d) || isOn(c, a, b) || isOn(d, a, b) || isOn(a, c, d) || isOn(b, c, d)

const inPolygon = (point: Position, [outside = [], ...holes]: Position[][]): boolean =>
  inRing(point, outside) && !holes.some(hole => inRing(point, hole) && !onRing(point, hole))

const onRing = (point: Position, ring: Position[]): boolean =>
  segments(ring).some(([a, b]) => isOn(point, a, b))

/** Inside or on the line. */
const inRing = (point: Position, ring: Position[]): boolean => {
  if (onRing(point, ring)) return true
  let inside = false
  for (const [[ax, ay], [bx, by]] of segments(ring)) {
    if (ay > point[1] !== by > point[1] && point[0] < ((bx - ax) * (point[1] - ay)) / (by - ay) + ax)
      inside = !inside
  }
  return inside
}
