import { typeRank } from './compare'
import { boxAround, type Box, boxesAroundCircle } from './geoCells'
import { readCircle, readNear, readPolygons } from './geoQueries'
import { shapeOf } from './geometry'
import type { Query } from './matcher'
import { type Fields, isFields, isOperators, type Value } from './value'

export interface Bound {
  value: Value
  inclusive: boolean
}

/** What a query asks of one field, as far as an index can answer it. */
export interface Condition {
  /** The field equals one of these. */
  equals?: Value[]
  above?: Bound
  below?: Bound
  /** The field holds a place in one of these. */
  boxes?: Box[]
  /** This is all that is asked of the field: what an index finds needs no test. */
  exact: boolean
}

/** What a query asks of each field, and whether that is all it asks. */
export interface Conditions {
  fields: Map<string, Condition>
  /** `false` when the query asks for more than its fields' conditions. */
  complete: boolean
}

/** Reads the conditions that indexes can answer out of a query; `$and` is looked into, everything else left to a test. */
export const conditionsOf = (...queries: Query[]): Conditions => {
  const found: Conditions = { fields: new Map(), complete: true }
  for (const query of queries) collect(query, found)
  return found
}

const collect = (query: Query, into: Conditions): void => {
  for (const [field, asked] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(asked)) for (const part of asked) collect(part as Query, into)
    else if (field.startsWith('$')) into.complete &&= field === '$comment'
    else {
      const condition = conditionOf(asked)
      const before = into.fields.get(field)
      into.fields.set(field, before ? joined(before, condition) : condition)
    }
  }
}

/** Both conditions at once; what cannot be said as one condition is left to a test. */
const joined = (a: Condition, b: Condition): Condition => {
  if (a.boxes || b.boxes) return { ...(a.boxes ? a : b), exact: false }
  if (a.equals) return { equals: a.equals, exact: a.exact && b.exact && isFree(b) }
  if (b.equals) return { equals: b.equals, exact: a.exact && b.exact && isFree(a) }
  const apart = (a.above && b.above) ?? (a.below && b.below)
  return { ...b, ...a, exact: a.exact && b.exact && !apart }
}

const isFree = ({ above, below, equals }: Condition) => !above && !below && !equals

const conditionOf = (asked: Value | undefined): Condition => {
  if (asked instanceof RegExp) return beginning(asked)
  if (!isOperators(asked)) return equal(asked)
  return Object.entries(asked)
    .map(
      ([name, operand]): Condition =>
        (Object.hasOwn(operators, name) && operators[name]?.(operand as Value, asked)) || { exact: false },
    )
    .reduce(joined)
}

// Null finds missing fields and empty paths too, and an array its equal as well as its elements: the test decides.
const equal = (value: Value | undefined): Condition =>
  Array.isArray(value)
    ? { exact: false }
    : { equals: [value ?? null], exact: value !== null && value !== undefined }

const bound =
  (side: 'above' | 'below', inclusive: boolean) =>
  (value: Value): Condition =>
    value === null || Array.isArray(value) || value instanceof RegExp || Number.isNaN(value)
      ? { exact: false }
      : { [side]: { value, inclusive }, exact: true }

const operators: Record<string, (operand: Value, all: Fields) => Condition> = {
  $eq: value => (value instanceof RegExp ? { exact: false } : equal(value)),
  $in: values =>
    Array.isArray(values) &&
    !values.some(item => item instanceof RegExp || Array.isArray(item) || isOperators(item))
      ? { equals: values, exact: !values.includes(null) }
      : { exact: false },
  $gt: bound('above', false),
  $gte: bound('above', true),
  $lt: bound('below', false),
  $lte: bound('below', true),
  $all: values => {
    const [first] = Array.isArray(values) ? values : []
    return first === undefined || isOperators(first) || first instanceof RegExp
      ? { exact: false }
      : { ...equal(first), exact: false }
  },
  $nearSphere: asked => around(asked),
  $near: asked => around(asked),
  $geoWithin: asked => {
    if (!isFields(asked)) return { exact: false }
    if (asked.$centerSphere === undefined)
      return {
        boxes: readPolygons(asked).map(rings => boxAround({ points: [], lines: [], polygons: [rings] })),
        exact: false,
      }
    const { centre, radius } = readCircle(asked.$centerSphere)
    return { boxes: boxesAroundCircle(centre, radius), exact: false }
  },
  $geoIntersects: asked => ({
    boxes: [boxAround(shapeOf((asked as Fields).$geometry))],
    exact: false,
  }),
}

const around = (asked: Value): Condition => {
  const { centre, most } = readNear(asked)
  return most === Infinity ? { exact: false } : { boxes: boxesAroundCircle(centre, most), exact: false }
}

/** A pattern that begins with plain letters keeps to the strings that begin with them. */
const beginning = ({ source, flags }: RegExp): Condition => {
  const sure =
    flags === '' && !source.includes('|')
      ? /^\^((?:[\p{L}\p{N} _:/-])+)(?![*+?{])/u.exec(source)?.[1]
      : undefined
  if (!sure) return { exact: false }
  return {
    above: { value: sure, inclusive: true },
    below: { value: sure + '\u{10ffff}', inclusive: false },
    exact: false,
  }
}

/** Whether two bounds are about values of one type, so that one range holds what both allow. */
export const areOfOneType = ({ above, below }: Condition): boolean =>
  !above || !below || typeRank(above.value) === typeRank(below.value)
