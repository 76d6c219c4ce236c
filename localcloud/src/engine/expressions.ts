import { Context, evalExpr } from 'mingo/core'
import * as expression from 'mingo/operators/expression'
import { databaseError } from '../serviceError'
import { accumulators, mergedObjects } from './accumulators'
import { compareValues } from './compare'
import type { Document, Value } from './value'

// Aggregation expressions are mingo's, but for those in which it differs from MongoDB.

type Evaluate = (document: unknown, operand: unknown, options: unknown) => unknown

const evaluate: Evaluate = (document, operand, options) =>
  evalExpr(document as never, operand as never, options as never)

/** The operands of an operator, evaluated. */
const operands = (document: unknown, operand: unknown, options: unknown): unknown[] =>
  (Array.isArray(operand) ? operand : [operand]).map(item => evaluate(document, item, options))

/** In expressions values of all types compare, and a missing one is below null. */
const compare = (a: unknown, b: unknown): number =>
  compareValues(a as Value, b as Value) || Number(a !== undefined) - Number(b !== undefined)

const comparing =
  (accept: (difference: number) => unknown): Evaluate =>
  (document, operand, options) => {
    const [a, b] = operands(document, operand, options)
    return accept(compare(a, b))
  }

const bytesBetween: Evaluate = (document, operand, options) => {
  const [text, start, length] = operands(document, operand, options) as [unknown, number, number]
  const bytes = Buffer.from(
    text === null || text === undefined ? '' : text instanceof Date ? text.toISOString() : String(text),
  )
  return bytes.subarray(start, length < 0 ? undefined : start + length).toString()
}

const indexIn =
  (split: (text: string) => ArrayLike<unknown>): Evaluate =>
  (document, operand, options) => {
    const [text, part, start = 0, end = Infinity] = operands(document, operand, options) as [
      string,
      string,
      number,
      number,
    ]
    if (text === null || text === undefined) return null
    const from = Array.from(split(text)).slice(0, start).join('').length
    const at = text.indexOf(part, from)
    if (at < 0) return -1
    const index = split(text.slice(0, at)).length
    return index < end ? index : -1
  }

/** The week of the year, 0 to 53, beginning on Sundays; days before the first Sunday are in week 0. */
const week: Evaluate = (document, operand, options) => {
  const spec = operand as { date?: unknown }
  const value = evaluate(
    document,
    operand && typeof operand === 'object' && 'date' in spec ? spec.date : operand,
    options,
  )
  if (value === null || value === undefined) return null
  const day = evaluate(document, { $dayOfYear: operand }, options) as number
  const weekday = evaluate(document, { $dayOfWeek: operand }, options) as number
  return Math.floor((day - weekday + 7) / 7)
}

/** The year to which the ISO week of a date belongs. */
const isoWeekYear: Evaluate = (document, operand, options) => {
  const [year, month, isoWeek] = ['$year', '$month', '$isoWeek'].map(part =>
    evaluate(document, { [part]: operand }, options),
  ) as [number | null, number, number]
  if (year === null) return null
  if (month === 1 && isoWeek > 51) return year - 1
  return month === 12 && isoWeek === 1 ? year + 1 : year
}

const inCase =
  (change: (text: string) => string): Evaluate =>
  (document, operand, options) => {
    const [text] = operands(document, operand, options)
    return text === null || text === undefined ? '' : change(String(text))
  }

/** mingo wants a place to cut at, which MongoDB lets one leave out. */
const truncated: Evaluate = (document, operand, options) =>
  (expression.$trunc as Evaluate)(document, Array.isArray(operand) ? operand : [operand], options)

interface Switch {
  branches: { case: unknown; then: unknown }[]
  default?: unknown
}

/** mingo gives null where no branch fits and there is no default. */
const chosen: Evaluate = (document, operand, options) => {
  const { branches, default: other } = operand as Switch
  for (const { case: condition, then } of branches)
    if (isTrue(evaluate(document, condition, options))) return evaluate(document, then, options)
  if (other === undefined)
    throw new Error('$switch could not find a matching branch for an input, and no default was specified')
  return evaluate(document, other, options)
}

const isTrue = (value: unknown): boolean =>
  value !== false && value !== 0 && value !== null && value !== undefined

/** mingo would spread values that are lists. */
const objectOf: Evaluate = (document, operand, options) => {
  const [only] = Array.isArray(operand) && operand.length === 1 ? (operand as unknown[]) : [operand]
  const pairs = evaluate(document, only, options)
  if (pairs === null || pairs === undefined) return null
  if (!Array.isArray(pairs)) throw new Error('$arrayToObject requires an array input')
  return Object.fromEntries(
    pairs.map((pair: [string, unknown] | { k: string; v: unknown }) =>
      Array.isArray(pair) ? pair : [pair.k, pair.v],
    ),
  )
}

const overrides: Record<string, Evaluate> = {
  $cmp: comparing(Math.sign),
  $eq: comparing(difference => difference === 0),
  $ne: comparing(difference => difference !== 0),
  $gt: comparing(difference => difference > 0),
  $gte: comparing(difference => difference >= 0),
  $lt: comparing(difference => difference < 0),
  $lte: comparing(difference => difference <= 0),
  $substr: bytesBetween,
  $substrBytes: bytesBetween,
  $indexOfCP: indexIn(text => [...text]),
  $indexOfBytes: indexIn(text => Buffer.from(text)),
  $week: week,
  $isoWeekYear: isoWeekYear,
  $toUpper: inCase(text => text.toUpperCase()),
  $toLower: inCase(text => text.toLowerCase()),
  $trunc: truncated,
  $switch: chosen,
  $arrayToObject: objectOf,
  $mergeObjects: (document, operand, options) =>
    Array.isArray(document)
      ? mergedObjects(document, operand, options)
      : (expression.$mergeObjects as Evaluate)(document, operand, options),
}

/** mingo's operators with ours in place of those that differ. */
export const expressionOperators = {
  expression: { ...expression, ...overrides },
  accumulator: accumulators,
}

const context = Context.init(expressionOperators as never)

/** The test of `$expr`. `inside` are mingo's options when it stands in a pipeline, with its variables. */
export const expressionTest = (asked: Value, inside?: unknown): ((document: Document) => boolean) => {
  const options = inside ?? { context }
  return document => {
    try {
      return isTrue(evaluate(document, asked, options))
    } catch (error) {
      throw databaseError((error as Error).message)
    }
  }
}
