import { databaseError } from '../serviceError'
import { aggregate, type Stage } from './aggregation'
import type { FindOptions, Usage } from './found'
import { metresFrom, nearIn } from './geoQueries'
import type { Query } from './matcher'
import type { Reader } from './reader'
import type { Order } from './sortDocuments'
import type { Store } from './store'
import { type Document, type Fields, isFields, memberAt, type Value } from './value'

type Take = (name: string, query: Query, options?: FindOptions) => Document[]

interface GeoNear {
  near: Value
  distanceField: string
  key?: string
  query?: Query
  maxDistance?: number | null
  minDistance?: number | null
  includeLocs?: string
  limit?: number
  distanceMultiplier?: number
}

/** Runs stages over a collection. What leads them and an index can answer does not read the rest. */
export const runStages = (
  store: Store,
  reader: Reader,
  name: string,
  stages: Stage[],
): { documents: Document[]; usage: Usage } => {
  const usage = { examined: 0, returned: 0 }
  const take: Take = (collection, query, options = {}) => {
    const { found, usage: cost } = reader.find(collection, query, options)
    usage.examined += cost.examined
    return found.map(({ document }) => document)
  }
  const { query, order, limit, near, rest } = leading(stages)
  const first = near ? geoNear(store, name, near, take) : take(name, query, { order, limit })
  // In a join a collection that is not there is an empty one, as in MongoDB.
  const join: Take = (from, asked) => (store.collections.has(from) ? take(from, asked) : [])
  const documents = aggregate(first, rest, join)
  usage.returned = documents.length
  return { documents, usage }
}

/** What the first stages ask that a find can answer: a query, an order, a limit, or nearness. */
const leading = (
  stages: Stage[],
): { query: Query; order: Order; limit: number; near?: GeoNear; rest: Stage[] } => {
  let rest = stages
  const takeStage = (name: string): unknown => {
    const [first] = rest
    if (!first || !(name in first)) return undefined
    rest = rest.slice(1)
    return first[name]
  }
  const near = takeStage('$geoNear') as GeoNear | undefined
  if (near) return { query: {}, order: [], limit: Infinity, near, rest }
  const query = (takeStage('$match') ?? {}) as Query
  const order = Object.entries((takeStage('$sort') ?? {}) as object) as Order
  const [next] = rest
  // A limit that is none is left to be refused.
  const limit = typeof next?.$limit === 'number' && next.$limit > 0 ? Number(takeStage('$limit')) : Infinity
  return { query, order, limit, rest }
}

/** The stage `$geoNear`: documents near a point, nearest first, with their distance written into them. */
const geoNear = (store: Store, name: string, asked: GeoNear, take: Take): Document[] => {
  const field = asked.key ?? geoField(store, name)
  const operand: Fields = { $geometry: asked.near }
  if (typeof asked.maxDistance === 'number') operand.$maxDistance = asked.maxDistance
  if (typeof asked.minDistance === 'number') operand.$minDistance = asked.minDistance
  const place = { [field]: { $nearSphere: operand } }
  const near = nearIn(place)
  const query: Query = asked.query ? { $and: [place, asked.query as Value] } : place
  return take(name, query, { limit: asked.limit ?? Infinity }).map(document => {
    const out: Fields = { ...document }
    const metres = near ? metresFrom(near, document) : 0
    setAt(out, asked.distanceField, metres * (asked.distanceMultiplier ?? 1))
    if (asked.includeLocs) setAt(out, asked.includeLocs, memberAt(document, field))
    return out as Document
  })
}

const geoField = (store: Store, name: string): string => {
  const { indexes } = store.collection(name)
  const field = indexes.flatMap(({ keys }) => keys).find(({ direction }) => direction === '2dsphere')?.name
  if (!field) throw databaseError('$geoNear requires a 2d or 2dsphere index, but none were found')
  return field
}

const setAt = (fields: Fields, path: string, value: Value | undefined): void => {
  const steps = path.split('.')
  const last = steps.pop() as string
  const holder = steps.reduce<Fields>((inner, step) => {
    const next: Fields = isFields(inner[step]) ? { ...inner[step] } : {}
    inner[step] = next
    return next
  }, fields)
  holder[last] = value
}
