import * as accumulator from 'mingo/operators/accumulator'
import { evalExpr } from 'mingo/core'
import { formatEjson } from './ejson'

// Accumulators of `$group` are mingo's, but for those in which it differs from MongoDB.

type Accumulate = (documents: unknown[], operand: unknown, options: unknown) => unknown

/** What an operand gives for each document; what is missing is left out. */
const collected = (documents: unknown[], operand: unknown, options: unknown): unknown[] => {
  const scope = options as { update?: (locals: { root: unknown }) => unknown }
  return documents
    .map((root): unknown =>
      evalExpr(root as never, operand as never, (scope.update?.({ root }) ?? options) as never),
    )
    .filter(value => value !== undefined)
}

const sampleDeviation: Accumulate = (documents, operand, options) => {
  const numbers = collected(documents, operand, options).filter(value => typeof value === 'number')
  if (numbers.length < 2) return null
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (numbers.length - 1))
}

const overrides: Record<string, Accumulate> = {
  $push: collected,
  $addToSet: (documents, operand, options) => [
    ...new Map(collected(documents, operand, options).map(value => [formatEjson(value), value])).values(),
  ],
  $stdDevSamp: sampleDeviation,
}

/** mingo's accumulators with ours in place of those that differ. */
export const accumulators = { ...accumulator, ...overrides }

/** `$mergeObjects` over the documents of a group: mingo takes it for the expression of that name. */
export const mergedObjects: Accumulate = (documents, operand, options) =>
  Object.assign({}, ...collected(documents, operand, options)) as unknown
