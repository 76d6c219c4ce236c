import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import { Query as MingoQuery } from 'mingo/query'
import { Aggregator } from 'mingo/aggregator'
import { update } from 'mingo/updater'
import { databaseError } from '../serviceError'
import type { Query } from './conditions'
import type { Document, Value } from './document'

// An own context: the package's default one would win over operators of the same name.
const context = Context.init({ query, expression, accumulator, pipeline, projection } as never)
const options = { context } as never

/** A test for whether documents match; what indexes do not answer is answered here. */
export const matcher = (asked: Query): ((document: Document) => boolean) => {
  try {
    const compiled = new MingoQuery(asked as never, options)
    return document => compiled.test(document as never)
  } catch (error) {
    throw databaseError((error as Error).message)
  }
}

/** The documents with only the fields that were asked for; `_id` stays unless it is asked away. */
export const project = (documents: Document[], fields: Query): Document[] =>
  new MingoQuery({}, options).find<Document>(documents as never, fields as never).all() as Document[]

/** Runs aggregation stages over documents. */
export const aggregate = (
  documents: Document[],
  stages: Record<string, unknown>[],
  collection: (name: string) => Document[],
): Document[] => {
  try {
    const aggregator = new Aggregator(stages as never, { context, collectionResolver: collection } as never)
    return aggregator.run(documents as never) as unknown as Document[]
  } catch (error) {
    throw databaseError((error as Error).message)
  }
}

type Operators = Record<string, Record<string, Value>>

/** The document as update operators leave it; the one handed in stays as it was. Throws what MongoDB would refuse. */
export const updated = (document: Document, operators: Operators): Document => {
  refuseImpossible(document, operators)
  const copy = structuredClone(document)
  try {
    update(copy as never, operators as never, [], {}, { cloneMode: 'none', queryOptions: options } as never)
  } catch (error) {
    throw databaseError((error as Error).message)
  }
  return copy
}

// MongoDB refuses these; mingo passes them by in silence or bends the value.
const refuseImpossible = (document: Document, operators: Operators): void => {
  for (const [operator, fields] of Object.entries(operators)) {
    if (!Object.keys(fields).length) {
      throw databaseError(
        `multiple write errors: [{write errors: [{'${operator}' is empty. You must specify a field like so: {${operator}: {<field>: ...}}}]}, {<nil>}]`,
      )
    }
    for (const field of Object.keys(fields)) {
      if (field === '_id')
        throw databaseError("Performing an update on the path '_id' would modify the immutable field '_id'")
      refuseOnPath(document, operator, field)
    }
  }
}

const numeric = ['$inc', '$mul']
const arrays = ['$push', '$pop', '$pull', '$pullAll', '$addToSet']

const refuseOnPath = (document: Document, operator: string, field: string): void => {
  const steps = field.split('.')
  let value: Value | undefined = document as Value
  for (const [n, step] of steps.entries()) {
    if (value === null || typeof value !== 'object' || value instanceof Date) {
      if (operator === '$unset' || value === undefined) return
      throw databaseError(
        `multiple write errors: [{write errors: [{Cannot create field '${step}' in element {${steps[n - 1]}: ${JSON.stringify(value)}}}]}, {<nil>}]`,
      )
    }
    value = (value as Record<string, Value>)[step]
  }
  if (value === undefined) return
  if (numeric.includes(operator) && typeof value !== 'number') {
    throw databaseError(
      `multiple write errors: [{write errors: [{Cannot apply ${operator} to a value of non-numeric type}]}, {<nil>}]`,
    )
  }
  if (arrays.includes(operator) && !Array.isArray(value)) {
    throw databaseError(
      `multiple write errors: [{write errors: [{The field '${field}' must be an array but is of type ${typeof value}}]}, {<nil>}]`,
    )
  }
}
