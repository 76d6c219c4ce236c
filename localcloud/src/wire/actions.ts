import { type Query } from '../engine/conditions'
import { type Document, formatEjson, parseEjson, type Value } from '../engine/document'
import type { Engine, Usage } from '../engine/engine'
import { aggregate, project, updated } from '../engine/matcher'
import type { Order } from '../engine/plan'
import { databaseError, ServiceError } from '../serviceError'

/** A request of the SDK, decoded from JSON; the members depend on the action. */
export interface WireRequest {
  action: string
  collectionName?: string
  query?: string
  data?: string | string[]
  queryType?: string
  order?: string
  offset?: number
  limit?: number
  projection?: string
  multi?: boolean
  merge?: boolean
  upsert?: boolean
  stages?: { stageKey: string; stageValue: string | number }[]
  [member: string]: unknown
}

export interface Answer {
  data?: unknown
  usage: Usage
  [member: string]: unknown
}

const none = { examined: 0, returned: 0 }

type Action = (engine: Engine, request: WireRequest, now: number) => Answer

/** The database actions of the protocol, by name. */
export const databaseActions: Record<string, Action> = {
  'database.addCollection': (engine, { collectionName = '' }) => {
    engine.createCollection({ name: collectionName, indexes: [] })
    return { usage: none }
  },

  'database.insertDocument': (engine, { collectionName = '', data }, now) => {
    const documents = (data as string[]).map(text => parseEjson<Document>(text, now))
    return { data: { insertedIds: engine.insert(collectionName, documents) }, usage: none }
  },

  'database.getDocument': (engine, request, now) => {
    const { collectionName = '', offset = 0, limit } = request
    const most = Math.min(limit || 100, 1000)
    const { documents, usage } = engine.find(collectionName, queryOf(request, now), {
      order: orderOf(request, now),
      offset,
      limit: request.queryType === 'DOC' ? 1 : most,
    })
    const shown = request.projection
      ? project(documents, parseEjson<Query>(request.projection, now))
      : documents
    return { data: { list: shown.map(formatEjson), offset, limit: most }, usage }
  },

  'database.calculateDocument': (engine, request, now) => {
    const { total, usage } = engine.count(request.collectionName ?? '', queryOf(request, now))
    return { data: { total }, usage }
  },

  'database.modifyDocument': (engine, request, now) => {
    const { collectionName = '', merge, upsert, multi = false } = request
    const query = queryOf(request, now)
    const data = parseEjson<Record<string, Value>>(request.data as string, now)
    if (merge === false) {
      const { created } = engine.put(collectionName, { ...data, _id: query._id as string })
      return {
        data: created ? { updated: 0, upsert_id: query._id } : { updated: 1, upsert_id: null },
        usage: none,
      }
    }
    const result = engine.update(collectionName, query, multi, before => updated(before, data as never))
    if (!result.updated && upsert) throw databaseError('upsert with operators is not supported')
    return { data: { updated: result.updated, upsert_id: null }, usage: result.usage }
  },

  'database.removeDocument': (engine, request, now) => {
    const { deleted, usage } = engine.remove(
      request.collectionName ?? '',
      queryOf(request, now),
      !!request.multi,
    )
    return { data: { deleted }, usage }
  },

  'database.aggregateDocuments': (engine, { collectionName = '', stages = [] }, now) => {
    const parsed = stages.map(({ stageKey, stageValue }) => ({
      [stageKey]:
        typeof stageValue === 'string' && /^[{["]/.test(stageValue)
          ? parseEjson(stageValue, now)
          : stageValue,
    }))
    // A leading $match is a query, and queries have indexes.
    const [first, ...rest] = parsed
    const matched = first && '$match' in first
    const { documents, usage } = engine.find(
      collectionName,
      matched ? (first.$match as unknown as Query) : {},
    )
    const list = aggregate(documents, matched ? rest : parsed, name => engine.find(name, {}).documents)
    return { data: { list: list.map(formatEjson) }, usage: { ...usage, returned: list.length } }
  },
}

/** Runs one database action. Throws `INVALID_PARAM` for one the protocol does not have. */
export const runAction = (engine: Engine, request: WireRequest, now: number): Answer => {
  const action = databaseActions[request.action]
  if (!action) throw new ServiceError('INVALID_PARAM', `unknown action ${request.action}`)
  return action(engine, request, now)
}

const queryOf = ({ query }: WireRequest, now: number): Query => (query ? parseEjson<Query>(query, now) : {})

const orderOf = ({ order }: WireRequest, now: number): Order =>
  order ? (Object.entries(parseEjson<Record<string, 1 | -1>>(order, now)) as Order) : []
