import { isFields, type Value } from './value'
import { databaseError } from '../serviceError'

/** Longitude and latitude in degrees. */
export type Position = [lng: number, lat: number]

/** A shape taken apart into what the tests on the sphere work on. */
export interface Shape {
  points: Position[]
  lines: Position[][]
  /** Rings: the first is the outside, the others are holes. */
  polygons: Position[][][]
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

/** What is wrong with a shape that is to stand in an index; undefined when nothing is. */
export const faultOf = (shape: Shape): string | undefined => {
  for (const [lng, lat] of positionsOf(shape))
    if (Math.abs(lng) > 180 || Math.abs(lat) > 90)
      return `longitude/latitude is out of bounds, lng: ${lng} lat: ${lat}`
  if (shape.lines.some(line => new Set(line.map(String)).size < 2))
    return 'GeoJSON LineString must have at least 2 vertices'
  for (const ring of shape.polygons.flat()) {
    if (String(ring[0]) !== String(ring.at(-1))) return `Loop is not closed: ${JSON.stringify(ring)}`
    if (new Set(ring.map(String)).size < 3) return `Loop must have at least 3 different vertices`
  }
  return undefined
}

/** Every position of a shape. */
export const positionsOf = ({ points, lines, polygons }: Shape): Position[] => [
  ...points,
  ...lines.flat(),
  ...polygons.flat(2),
]

/** A line's parts, each from one position to the next. */
export const segments = (line: Position[]): [Position, Position][] =>
  line.slice(1).map((end, n) => [line[n] as Position, end])

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
