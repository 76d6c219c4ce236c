import type { Value } from './document'

export type Query = Record<string, Value | undefined>

/** What a query asks of one field, as far as an index can answer it. */
export interface Condition {
  equal?: Value
  oneOf?: Value[]
  above?: { value: Value; inclusive: boolean }
  below?: { value: Value; inclusive: boolean }
}

/** What a query asks of each field, and whether that is all it asks. */
export interface Conditions {
  fields: Map<string, Condition>
  /** `false` when documents must still be tested against the query. */
  complete: boolean
}

/** Reads the conditions that indexes can answer out of a query; `$and` is looked into, everything else left to a test. */
export const conditionsOf = (query: Query): Conditions => {
  const found: Conditions = { fields: new Map(), complete: true }
  collect(query, found)
  return found
}

const collect = (query: Query, into: Conditions): void => {
  for (const [field, asked] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(asked)) asked.forEach(part => collect(part as Query, into))
    else if (field.startsWith('$')) into.complete = false
    else {
      const condition = conditionOf(asked)
      if (!condition || into.fields.has(field)) {
        const before = into.fields.get(field)
        // Two conditions on one field come as `$and`: a lower and an upper bound join, anything else is tested.
        if (condition && before && joinable(before, condition))
          into.fields.set(field, { ...before, ...condition })
        else into.complete = false
      } else into.fields.set(field, condition)
    }
  }
}

const joinable = (a: Condition, b: Condition) =>
  Object.keys(a)
    .concat(Object.keys(b))
    .every(key => key === 'above' || key === 'below') && !Object.keys(a).some(key => key in b)

const conditionOf = (asked: Value | undefined): Condition | undefined => {
  if (!isOperators(asked)) return isScalar(asked) ? { equal: asked } : undefined
  const condition: Condition = {}
  for (const [operator, value] of Object.entries(asked)) {
    if (operator === '$in' && Array.isArray(value) && value.every(isScalar)) condition.oneOf = value
    else if (!isScalar(value) || value === null) return undefined
    else if (operator === '$eq') condition.equal = value
    else if (operator === '$gt' || operator === '$gte')
      condition.above = { value, inclusive: operator === '$gte' }
    else if (operator === '$lt' || operator === '$lte')
      condition.below = { value, inclusive: operator === '$lte' }
    else return undefined
  }
  const kinds =
    Number('equal' in condition) +
    Number('oneOf' in condition) +
    Number('above' in condition || 'below' in condition)
  return kinds === 1 ? condition : undefined
}

// A regular expression, an object or an array compares by rules of its own.
const isScalar = (value: Value | undefined): value is Value =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  value instanceof Date

const isOperators = (value: Value | undefined): value is Record<string, Value> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp) &&
  Object.keys(value).some(key => key.startsWith('$'))
