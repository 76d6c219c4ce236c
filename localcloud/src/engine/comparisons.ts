import { databaseError } from '../serviceError'
import { compareValues, sameValue, typeRank } from './compare'
import { regularExpression } from './ejson'
import { geoIntersects, geoNear, geoWithin } from './geoQueries'
import { typeTest } from './types'
import { type Fields, isOperators, type Value } from './value'

/**
 * Whether the values that a path leads to match. An array matches when one of its elements does, but for one that is
 * an element itself (`isElement`): `$elemMatch` looks at each as it is.
 */
export type ValuesTest = (values: (Value | undefined)[], isElement?: boolean) => boolean

/** Makes the test of one operator; `all` are the operators beside it. */
export type Operator = (asked: Value, all: Fields) => ValuesTest

/** Any value, or any element of a value that is an array. */
const any =
  (test: (value: Value | undefined) => boolean): ValuesTest =>
  (values, isElement) =>
    values.some(value => test(value) || (!isElement && Array.isArray(value) && value.some(test)))

/** `$eq`: the same value; null also where there is none. */
export const equals = (asked: Value | undefined): ValuesTest =>
  asked === null || asked === undefined
    ? any(value => value === null || value === undefined)
    : any(value => value !== undefined && sameValue(value, asked))

const compares =
  (accept: (difference: number) => boolean) =>
  (asked: Value): ValuesTest => {
    if (asked instanceof RegExp) throw databaseError("Can't have RegEx as arg to predicate over field.")
    if (asked === null) return accept(0) ? equals(null) : () => false
    const rank = typeRank(asked)
    const isNaN = Number.isNaN(asked)
    return any(value => {
      if (value === undefined || typeRank(value) !== rank) return false
      // NaN equals itself and is neither above nor below anything.
      if (isNaN || Number.isNaN(value)) return Number.isNaN(value) && isNaN && accept(0)
      return accept(compareValues(value, asked))
    })
  }

/** `$regex`: a text it matches, or the same pattern. */
export const pattern = (asked: RegExp): ValuesTest => {
  const text = String(asked)
  return any(value => {
    if (typeof value === 'string') return asked.test(value)
    return value instanceof RegExp && String(value) === text
  })
}

/** `$not`: whatever the other does not fit. */
export const not =
  (test: ValuesTest): ValuesTest =>
  (values, isElement) =>
    !test(values, isElement)

const oneOf = (asked: Value): ValuesTest => {
  if (!Array.isArray(asked)) throw databaseError('$in needs an array')
  if (asked.some(isOperators)) throw databaseError('cannot nest $ under $in')
  const tests = asked.map(item => (item instanceof RegExp ? pattern(item) : equals(item)))
  const texts = new Set(asked)
  // Most lists hold ids only: one look-up instead of a walk.
  if (asked.every(item => typeof item === 'string')) return any(value => texts.has(value as string))
  return (values, isElement) => tests.some(test => test(values, isElement))
}

/** The operators that compare values and need no query inside. */
export const comparisons: Record<string, Operator> = {
  $eq: asked =>
    asked instanceof RegExp
      ? any(value => value instanceof RegExp && sameValue(value, asked))
      : equals(asked),
  $ne: asked => {
    if (asked instanceof RegExp) throw databaseError("Can't have regex as arg to $ne.")
    return not(equals(asked))
  },
  $gt: compares(difference => difference > 0),
  $gte: compares(difference => difference >= 0),
  $lt: compares(difference => difference < 0),
  $lte: compares(difference => difference <= 0),
  $in: oneOf,
  $nin: asked => not(oneOf(asked)),
  $exists: asked => {
    const wanted = asked !== false && asked !== 0 && asked !== null
    return values => values.some(value => value !== undefined) === wanted
  },
  $type: asked => {
    const tests = (Array.isArray(asked) ? asked : [asked]).map(typeTest)
    return values =>
      values.some(
        value =>
          tests.some(test => test(value)) ||
          (Array.isArray(value) && value.some(item => tests.some(test => test(item)))),
      )
  },
  $mod: asked => {
    if (!Array.isArray(asked)) throw databaseError('malformed mod, needs to be an array')
    if (asked.length < 2) throw databaseError('malformed mod, not enough elements')
    if (asked.length > 2) throw databaseError('malformed mod, too many elements')
    const [divisor, rest] = asked.map(item => (typeof item === 'number' ? Math.trunc(item) : Number.NaN)) as [
      number,
      number,
    ]
    if (Number.isNaN(divisor)) throw databaseError('malformed mod, divisor not a number')
    if (divisor === 0) throw databaseError('divisor cannot be 0')
    const wanted = Number.isNaN(rest) ? 0 : rest
    return any(
      value => typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % divisor === wanted,
    )
  },
  $regex: (asked, { $options }) =>
    pattern(
      asked instanceof RegExp
        ? $options === undefined
          ? asked
          : regularExpression(asked.source, String($options))
        : regularExpression(String(asked), String($options ?? '')),
    ),
  $options: (_asked, all) => {
    if (!('$regex' in all)) throw databaseError('$options needs a $regex')
    return () => true
  },
  $size: asked => {
    if (typeof asked !== 'number' || !Number.isInteger(asked))
      throw databaseError('$size must be a whole number')
    if (asked < 0) throw databaseError('$size may not be negative')
    return values => values.some(value => Array.isArray(value) && value.length === asked)
  },
  $bitsAllSet: asked => bits(asked, (value, mask) => (value & mask) === mask),
  $bitsAllClear: asked => bits(asked, (value, mask) => (value & mask) === 0n),
  $bitsAnySet: asked => bits(asked, (value, mask) => (value & mask) !== 0n),
  $bitsAnyClear: asked => bits(asked, (value, mask) => (value & mask) !== mask),
  $nearSphere: asked => geoNear(asked),
  $near: asked => geoNear(asked),
  $geoNear: asked => geoNear(asked),
  $geoWithin: asked => geoWithin(asked),
  $geoIntersects: asked => geoIntersects(asked),
  $maxDistance: () => () => true,
  $minDistance: () => () => true,
  $comment: () => () => true,
}

const bits = (asked: Value, accept: (value: bigint, mask: bigint) => boolean): ValuesTest => {
  const mask = Array.isArray(asked)
    ? asked.reduce<bigint>((sum, position) => sum | (1n << BigInt(position as number)), 0n)
    : BigInt(asked as number)
  return any(value => typeof value === 'number' && Number.isInteger(value) && accept(BigInt(value), mask))
}
