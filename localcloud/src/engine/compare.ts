import type { Value } from './value'

// MongoDB's order of types. https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
/** The place of a value's type among all types; a missing value counts as null. */
export const typeRank = (value: Value | undefined): number => {
  switch (typeof value) {
    case 'number':
      return 10
    case 'string':
      return 20
    case 'boolean':
      return 60
    case 'undefined':
      return 5
    default:
      if (value === null) return 5
      if (Array.isArray(value)) return 40
      if (value instanceof Date) return 70
      return value instanceof RegExp ? 80 : 30
  }
}

/** Compares two values in MongoDB's order: negative, 0 or positive. */
export const compareValues = (a: Value | undefined, b: Value | undefined): number => {
  if (a === b) return 0
  const rank = typeRank(a)
  const difference = rank - typeRank(b)
  if (difference) return difference
  switch (rank) {
    case 10:
      return compareNumbers(a as number, b as number)
    case 20:
      return compareStrings(a as string, b as string)
    case 30:
      return compareFields(Object.entries(a as object), Object.entries(b as object))
    case 40:
      return compareLists(a as Value[], b as Value[])
    case 60:
      return Number(a) - Number(b)
    case 70:
      return compareNumbers((a as Date).getTime(), (b as Date).getTime())
    case 80:
      return compareStrings(String(a), String(b))
    default:
      return 0
  }
}

/** Whether two values are the same to the database: the order of an object's members counts. */
export const sameValue = (a: Value | undefined, b: Value | undefined): boolean =>
  a === b || (typeRank(a) === typeRank(b) && compareValues(a, b) === 0)

// NaN is below every number and equal to itself.
const compareNumbers = (a: number, b: number): number => {
  if (a < b) return -1
  if (a > b) return 1
  return a === b ? 0 : Number(!Number.isNaN(a)) - Number(!Number.isNaN(b))
}

/** UTF-8 order: as JavaScript's, but for surrogates, which stand for characters above all others. */
const compareStrings = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x === y) continue
    const high = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)
    return high(x) - high(y)
  }
  return a.length - b.length
}

const compareFields = (a: [string, Value][], b: [string, Value][]): number => {
  for (const [n, [name, value]] of a.entries()) {
    const other = b[n]
    if (!other) return 1
    const difference =
      typeRank(value) - typeRank(other[1]) || compareStrings(name, other[0]) || compareValues(value, other[1])
    if (difference) return difference
  }
  return a.length - b.length
}

const compareLists = (a: Value[], b: Value[]): number => {
  for (const [n, value] of a.entries()) {
    if (n >= b.length) return 1
    const difference = compareValues(value, b[n])
    if (difference) return difference
  }
  return a.length - b.length
}

/** Stands for an empty array while sorting: below null. */
export const nothing = Symbol('nothing')

/** What documents are sorted by. */
export type SortValue = Value | undefined | typeof nothing

/**
 * The value by which a document is sorted when the sort field gave `values`: of an array its least element in
 * rising order and its greatest in falling, and `nothing` when it is empty.
 */
export const sortValue = (values: (Value | undefined)[], direction: 1 | -1): SortValue => {
  if (values.length === 1 && !Array.isArray(values[0])) return values[0]
  const all = values.flatMap((value): SortValue[] => {
    if (!Array.isArray(value)) return [value]
    return value.length ? value : [nothing]
  })
  if (!all.length) return undefined
  return all.reduce((best, value) => (compareSortValues(value, best) * direction < 0 ? value : best))
}

/** `compareValues` that knows `nothing`. */
export const compareSortValues = (a: SortValue, b: SortValue): number => {
  if (a === nothing || b === nothing) return Number(b === nothing) - Number(a === nothing)
  return compareValues(a, b)
}
