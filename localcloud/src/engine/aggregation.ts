import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as windows from 'mingo/operators/window'
import { databaseError, ServiceError } from '../serviceError'
import { expressionOperators } from './expressions'
import { compileQuery, type Query } from './matcher'
import { type Order, sortDocuments } from './sortDocuments'
import { type Document, type Fields, isFields, type Value, valuesAt } from './value'

/** One stage: its name and what it is given. */
export type Stage = Record<string, unknown>

/** Finds documents of a collection, through its indexes where they serve. */
export type Finder = (collection: string, query: Query) => Document[]

interface Documents {
  map(change: (document: Document) => unknown): Documents
  filter(test: (document: Document) => boolean): Documents
  transform(change: (documents: Document[]) => Iterable<Document>): Documents
}

type Operator = (documents: Documents, operand: never, options: never) => Documents

/** Stages that write, or look into a server: the service does not offer them. */
const { $out: _out, $merge: _merge, $documents: _documents, ...stages } = pipeline

/**
 * Runs aggregation stages over documents. The stages are mingo's, but for those that read collections, match, sort or
 * project: these keep to MongoDB's rules and to our indexes.
 */
export const aggregate = (documents: Iterable<Document>, stagesAsked: Stage[], find: Finder): Document[] => {
  const own: Record<string, Operator> = {
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
      (stages.$project as unknown as Operator)(input, fields as never, options).map(idFirst),
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
  for (const stage of stagesAsked) {
    const [name = ''] = Object.keys(stage)
    if (!(name in own) && !(name in stages))
      throw databaseError(`Unrecognized pipeline stage name: '${name}'`)
  }
  try {
    return new Aggregator(stagesAsked as never, options as never).run(
      documents as never,
    ) as unknown as Document[]
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw databaseError((error as Error).message)
  }
}

interface Lookup {
  from: string
  as: string
  localField?: string
  foreignField?: string
  let?: Fields
  pipeline?: Stage[]
}

/** The join goes through the other collection's indexes; a pipeline of its own is mingo's work on what was found. */
const lookup = (input: Documents, operand: Lookup, options: never, find: Finder): Documents => {
  const { from, as, localField, foreignField, pipeline: steps, let: variables } = operand
  let all: Document[] | undefined
  return input.map(document => {
    const found =
      localField !== undefined && foreignField !== undefined
        ? matching(document, from, localField, foreignField, find)
        : (all ??= find(from, {}))
    if (!steps) return { ...document, [as]: found }
    const joined = (stages.$lookup as unknown as Operator)(
      Lazy([document]) as never,
      { from: found, as, pipeline: steps, ...(variables && { let: variables }) } as never,
      options,
    ) as unknown as { collect: () => Document[] }
    return joined.collect()[0]
  })
}

const matching = (
  document: Document,
  from: string,
  localField: string,
  foreignField: string,
  find: Finder,
) => {
  const values = valuesAt(document as Value, localField).flatMap(value =>
    Array.isArray(value) ? value : [value ?? null],
  )
  if (!values.length) return []
  return find(from, { [foreignField]: values.length === 1 ? (values[0] as Value) : { $in: values } })
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
