import { Context, evalExpr } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import { databaseError } from '../serviceError'
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
}

/** mingo's operators with ours in place of those that differ. */
export const expressionOperators = { expression: { ...expression, ...overrides }, accumulator }

const context = Context.init(expressionOperators as never)

/** The test of `$expr`. `inside` are mingo's options when it stands in a pipeline, with its variables. */
export const expressionTest = (asked: Value, inside?: unknown): ((document: Document) => boolean) => {
  const options = inside ?? { context }
  return document => {
    try {
      const value = evaluate(document, asked, options)
      return value !== false && value !== 0 && value !== null && value !== undefined
    } catch (error) {
      throw databaseError((error as Error).message)
    }
  }
}
