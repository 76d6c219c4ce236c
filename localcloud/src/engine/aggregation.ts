import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as windows from 'mingo/operators/window'
import { databaseError, ServiceError } from '../serviceError'
import { bucketStages } from './bucketStages'
import { expressionOperators } from './expressions'
import { lookup, type Lookup } from './lookup'
import { compileQuery, type Query } from './matcher'
import { type Order, sortDocuments } from './sortDocuments'
import { type Document, type Fields, isFields } from './value'

/** One stage: its name and what it is given. */
export type Stage = Record<string, unknown>

/** Finds documents of a collection, through its indexes where they serve. */
export type Finder = (collection: string, query: Query) => Document[]

/** Documents on their way from stage to stage. */
export interface Documents {
  map(change: (document: Document) => unknown): Documents
  filter(test: (document: Document) => boolean): Documents
  transform(change: (documents: Document[]) => Iterable<Document>): Documents
}

export type StageOperator = (documents: Documents, operand: never, options: never) => Documents

/** Stages that write, or look into a server: the service does not offer them. */
const { $out: _out, $merge: _merge, $documents: _documents, ...stages } = pipeline

/**
 * Runs aggregation stages over documents. The stages are mingo's, but for those that read collections, match, sort or
 * project: these keep to MongoDB's rules and to our indexes.
 */
export const aggregate = (documents: Iterable<Document>, asked: Stage[], find: Finder): Document[] => {
  const own: Record<string, StageOperator> = {
    $match: (input, query: Query, options) => {
      const test = compileQuery(query, options)
      return input.filter(test)
    },
    $sort: (input, order: Record<string, 1 | -1>) =>
      input.transform(
        all => Lazy(sortDocuments(all, Object.entries(order) as Order, document => document)) as never,
      ),
    $count: (input, name: string) =>
      input.transform(all => Lazy(all.length ? [{ [name]: all.length }] : []) as never),
    $project: (input, fields: Fields, options) =>
      (stages.$project as unknown as StageOperator)(input, fields as never, options).map(idFirst),
    $lookup: (input, operand: Lookup, options) => lookup(input, operand, options, find),
    $sample: (input, { size }: { size: number }) =>
      input.transform(all => Lazy(shuffled(all).slice(0, size)) as never),
  }
  const context = Context.init({
    ...expressionOperators,
    projection,
    pipeline: { ...stages, ...own },
    window: windows,
  } as never)
  const options = {
    context,
    processingMode: 1,
    collectionResolver: (name: string) => find(name, {}),
  }
  for (const stage of asked) {
    const [[name, operand] = ['', undefined]] = Object.entries(stage)
    if (!(name in own) && !(name in stages))
      throw databaseError(`Unrecognized pipeline stage name: '${name}'`)
    refuseOperand(name, operand)
  }
  const steps = asked.flatMap(stage => ('$bucket' in stage ? bucketStages(stage.$bucket) : [stage]))
  try {
    return new Aggregator(steps as never, options as never).run(documents as never) as unknown as Document[]
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw databaseError((error as Error).message)
  }
}

/** Operands that mingo would take and the database does not. */
const refuseOperand = (name: string, operand: unknown): void => {
  if (name === '$limit' && !(typeof operand === 'number' && operand > 0))
    throw databaseError('the limit must be positive')
  if (name === '$skip' && !(typeof operand === 'number' && operand >= 0))
    throw databaseError('invalid argument to $skip stage: it must be 0 or more')
  if (name !== '$unwind') return
  const path = isFields(operand) ? operand.path : operand
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw databaseError("path option to $unwind stage should be prefixed with a '$'")
}

const idFirst = (document: Document): Document => {
  if (!isFields(document) || !('_id' in document)) return document
  const { _id, ...rest } = document
  return { _id, ...rest } as Document
}

const shuffled = <T>(items: T[]): T[] => {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1))
    ;[out[i], out[j]] = [out[j] as T, out[i] as T]
  }
  return out
}
