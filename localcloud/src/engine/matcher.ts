import { databaseError } from '../serviceError'
import { compareValues, sameValue, typeRank } from './compare'
import { regularExpression } from './ejson'
import { expressionTest } from './expressions'
import { geoIntersects, geoNear, geoWithin } from './geoQueries'
import { jsonSchemaTest } from './jsonSchema'
import { typeTest } from './types'
import { type Document, type Fields, isFields, isOperators, type Value, valuesAt } from './value'

/** A query, decoded. */
export type Query = Record<string, Value | undefined>

/** Whether a document matches. */
export type Test = (document: Document) => boolean

/** Whether the values a path leads to match. */
export type ValuesTest = (values: (Value | undefined)[]) => boolean

/**
 * Compiles a query into a test, by MongoDB's rules: comparisons stay within a type, null finds missing fields, an
 * array matches when one of its elements does.
 * @throws for an operator or operand the database does not take
 */
export const compileQuery = (query: Query, variables?: unknown): Test => {
  const tests = Object.entries(query).map(([key, asked]): Test => {
    if (!key.startsWith('$')) {
      const test = valuesTest(asked)
      return document => test(valuesAt(document, key))
    }
    const part = whole[key]
    if (!part) throw databaseError(`unknown top level operator: ${key}`)
    return part(asked as Value, variables)
  })
  const [only] = tests
  return tests.length === 1 && only ? only : document => tests.every(test => test(document))
}

const listOf = (asked: Value, name: string): Value[] => {
  if (!Array.isArray(asked) || !asked.length) throw databaseError(`${name} must be a nonempty array`)
  return asked
}

const parts = (asked: Value, name: string, variables: unknown): Test[] =>
  listOf(asked, name).map(part => {
    if (!isFields(part)) throw databaseError(`${name} entries need to be full objects`)
    return compileQuery(part, variables)
  })

const whole: Record<string, (asked: Value, variables: unknown) => Test> = {
  $and: (asked, variables) => {
    const tests = parts(asked, '$and', variables)
    return document => tests.every(test => test(document))
  },
  $or: (asked, variables) => {
    const tests = parts(asked, '$or', variables)
    return document => tests.some(test => test(document))
  },
  $nor: (asked, variables) => {
    const tests = parts(asked, '$nor', variables)
    return document => !tests.some(test => test(document))
  },
  $expr: (asked, variables) => expressionTest(asked, variables),
  $jsonSchema: asked => {
    const test = jsonSchemaTest(asked as Fields)
    return document => test(document as Value)
  },
  $comment: () => () => true,
}

/** The test for what a query asks of one field: a value, or operators. */
export const valuesTest = (asked: Value | undefined): ValuesTest => {
  if (asked instanceof RegExp) return pattern(asked)
  if (!isOperators(asked)) return equals(asked)
  const tests = Object.entries(asked).map(([name, operand]): ValuesTest => {
    const operator = operators[name]
    if (!operator) throw databaseError(`unknown operator: ${name}`)
    return operator(operand as Value, asked)
  })
  const [only] = tests
  return tests.length === 1 && only ? only : values => tests.every(test => test(values))
}

/** Any value, or any element of a value that is an array. */
const any =
  (test: (value: Value | undefined) => boolean): ValuesTest =>
  values =>
    values.some(value => test(value) || (Array.isArray(value) && value.some(test)))

const equals = (asked: Value | undefined): ValuesTest =>
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

const pattern = (asked: RegExp): ValuesTest => {
  const text = String(asked)
  return any(value => {
    if (typeof value === 'string') return asked.test(value)
    return value instanceof RegExp && String(value) === text
  })
}

const not =
  (test: ValuesTest): ValuesTest =>
  values =>
    !test(values)

const oneOf = (asked: Value): ValuesTest => {
  if (!Array.isArray(asked)) throw databaseError('$in needs an array')
  if (asked.some(isOperators)) throw databaseError('cannot nest $ under $in')
  const tests = asked.map(item => (item instanceof RegExp ? pattern(item) : equals(item)))
  const texts = new Set(asked)
  // Most lists hold ids only: one look-up instead of a walk.
  if (asked.every(item => typeof item === 'string')) return any(value => texts.has(value as string))
  return values => tests.some(test => test(values))
}

const elementTest = (asked: Value): ((element: Value) => boolean) => {
  if (!isFields(asked)) throw databaseError('$elemMatch needs an Object')
  const [first = ''] = Object.keys(asked)
  if (first.startsWith('$') && !(first in whole)) {
    const test = valuesTest(asked)
    // An element that is an array is matched as it is, not by its own elements.
    return element => test([element])
  }
  const test = compileQuery(asked)
  return element => (isFields(element) || Array.isArray(element)) && test(element as unknown as Document)
}

type Operator = (asked: Value, all: Fields) => ValuesTest

const operators: Record<string, Operator> = {
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
  $not: asked => {
    if (!(asked instanceof RegExp) && !isOperators(asked))
      throw databaseError('$not needs a regex or a document')
    return not(valuesTest(asked))
  },
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
  $all: asked => {
    if (!Array.isArray(asked)) throw databaseError('$all needs an array')
    const tests = asked.map(item =>
      isOperators(item) ? valuesTest(item) : item instanceof RegExp ? pattern(item) : equals(item),
    )
    return values => tests.length > 0 && tests.every(test => test(values))
  },
  $elemMatch: asked => {
    const test = elementTest(asked)
    return values => values.some(value => Array.isArray(value) && value.some(test))
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
