import { databaseError } from '../serviceError'
import { type Position, positionsOf, readShape, type Shape, shapeOf } from './geometry'
import { distanceTo, doIntersect, isWithin } from './relations'
import { distance, earthRadius } from './sphere'
import { type Fields, isFields, type Value, valuesAt } from './value'

type ValuesTest = (values: (Value | undefined)[]) => boolean

/** What `$nearSphere` asks, in metres. */
export interface Near {
  centre: Position
  most: number
  least: number
}

/** Reads the operand of `$nearSphere`; members that are null were not given. */
export const readNear = (asked: Value): Near => {
  const near = asked as Fields
  const { points } = shapeOf(near.$geometry ?? asked)
  const [centre] = points
  if (!centre) throw databaseError('$nearSphere needs a point')
  return {
    centre,
    most: typeof near.$maxDistance === 'number' ? near.$maxDistance : Infinity,
    least: typeof near.$minDistance === 'number' ? near.$minDistance : 0,
  }
}

const shapes = (values: (Value | undefined)[]): Shape[] =>
  values.flatMap(value => {
    const whole = readShape(value)
    if (whole) return [whole]
    return Array.isArray(value) ? value.flatMap(item => readShape(item) ?? []) : []
  })

/** `$nearSphere`: between the least and the most metres from a point. Throws the service's error for what is none. */
export const geoNear = (asked: Value): ValuesTest => {
  const { centre, most, least } = readNear(asked)
  return values =>
    shapes(values).some(shape => {
      const metres = distanceTo(centre, shape)
      return metres <= most && metres >= least
    })
}

/** The circle of `$centerSphere`: its radius comes in radians and leaves in metres. */
export const readCircle = (asked: Value): { centre: Position; radius: number } => {
  if (!Array.isArray(asked) || typeof asked[1] !== 'number')
    throw databaseError('$centerSphere needs [centre, radius]')
  const [centre] = shapeOf(asked[0]).points
  if (!centre) throw databaseError('$centerSphere needs a point')
  return { centre, radius: asked[1] * earthRadius }
}

/** The polygons of `$geoWithin`. */
export const readPolygons = (asked: Fields): Position[][][] => {
  const { polygons } = shapeOf(asked.$geometry)
  if (!polygons.length) throw databaseError('$geoWithin needs a Polygon or a MultiPolygon')
  return polygons
}

/** `$geoWithin`: wholly in a polygon or a circle. Throws the service's error for what is neither. */
export const geoWithin = (asked: Value): ValuesTest => {
  if (!isFields(asked)) throw databaseError('$geoWithin needs an object')
  if (asked.$centerSphere !== undefined) {
    const { centre, radius } = readCircle(asked.$centerSphere)
    return values =>
      shapes(values).some(shape => positionsOf(shape).every(position => distance(centre, position) <= radius))
  }
  const polygons = readPolygons(asked)
  return values => shapes(values).some(shape => isWithin(shape, polygons))
}

/** `$geoIntersects`: has a point in common with a shape. */
export const geoIntersects = (asked: Value): ValuesTest => {
  const wanted = shapeOf((asked as Fields).$geometry)
  return values => shapes(values).some(shape => doIntersect(shape, wanted))
}

/** A field that holds places, and the centre they are sorted by. */
export interface Nearness {
  field: string
  near: Near
}

/** The field and circle of the `$nearSphere` in a query, which gives the order when no other is asked for. */
export const nearIn = (query: Fields): Nearness | undefined => {
  for (const [field, asked] of Object.entries(query)) {
    if (Array.isArray(asked)) {
      for (const part of asked) {
        const found = isFields(part) && nearIn(part)
        if (found) return found
      }
    } else if (isFields(asked) && !field.startsWith('$')) {
      const operand = asked.$nearSphere ?? asked.$near
      if (operand !== undefined) return { field, near: readNear(operand) }
    }
  }
  return undefined
}

/** Metres from a document to the centre; documents without a place are farthest. */
export const metresFrom = ({ field, near }: Nearness, document: Fields): number => {
  const found = shapes(valuesAt(document, field))
  return found.length ? Math.min(...found.map(shape => distanceTo(near.centre, shape))) : Infinity
}
