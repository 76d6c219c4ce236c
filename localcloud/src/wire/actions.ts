import { formatEjson, parseEjson } from '../engine/ejson'
import type { Engine } from '../engine/engine'
import type { Held, Usage } from '../engine/found'
import type { Query } from '../engine/matcher'
import { compileProjection } from '../engine/projection'
import type { Order } from '../engine/sortDocuments'
import type { Transaction } from '../engine/transaction'
import { compileUpdate, type Update } from '../engine/updater'
import type { Document, Fields } from '../engine/value'
import { limits } from '../limits'
import { databaseError, ServiceError, writeError } from '../serviceError'

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
  transactionId?: string
  stages?: { stageKey: string; stageValue: unknown }[]
  [member: string]: unknown
}

/** What goes into the reply beside `requestId`, and what it cost. */
export interface Answer {
  data?: unknown
  usage: Usage
  [member: string]: unknown
}

const none = { examined: 0, returned: 0 }

type Action = (engine: Engine, request: WireRequest, now: number) => Answer

/** The database actions of the protocol, by name. */
const databaseActions: Record<string, Action> = {
  'database.addCollection': (engine, { collectionName = '' }) => {
    if (!/^[A-Za-z][\w-]{0,127}$/.test(collectionName))
      throw new ServiceError('INVALID_PARAM', `invalid collection name ${JSON.stringify(collectionName)}`)
    engine.createCollection({ name: collectionName, indexes: [] })
    return { usage: none }
  },

  'database.insertDocument': (engine, request, now) => {
    const data = Array.isArray(request.data) ? request.data : [String(request.data)]
    const documents = data.map(text => parseEjson<Document>(text, now))
    const insertedIds = engine.insert(collectionOf(request), documents, transactionOf(engine, request))
    return { data: { insertedIds }, usage: none }
  },

  'database.getDocument': (engine, request, now) => {
    const offset = request.offset ?? 0
    const limit = Math.min(request.limit || limits.pageDefault.value, limits.pageMost.value)
    const transaction = transactionOf(engine, request)
    const { found, usage } = engine.find(collectionOf(request), queryOf(request, now), {
      order: orderOf(request),
      offset,
      limit: request.queryType === 'DOC' ? 1 : limit,
      ...(transaction && { transaction }),
    })
    return { data: { list: shown(found, request.projection), offset, limit }, usage }
  },

  'database.calculateDocument': (engine, request, now) => {
    const { total, usage } = engine.count(collectionOf(request), queryOf(request, now))
    return { data: { total }, usage }
  },

  'database.modifyDocument': (engine, request, now) => {
    const query = queryOf(request, now)
    const data = parseEjson<Fields>(String(request.data), now)
    const transaction = transactionOf(engine, request)
    if (request.merge === false) return replace(engine, request, query, data, transaction)
    // The SDK sends no operators when every object in an update was empty: nothing changes.
    const change = Object.keys(data).length
      ? compileUpdate(data as Update, query, now)
      : (same: Document) => same
    const { documents, usage } = engine.update(
      collectionOf(request),
      query,
      !!request.multi,
      change,
      transaction,
    )
    if (!documents.length && request.upsert) {
      const made = change(compileUpdate(setOnInsert(data), {}, now)(equalsIn(query)))
      const [id] = engine.insert(collectionOf(request), [made], transaction)
      return { data: { updated: 0, upsert_id: id }, usage }
    }
    return { data: { updated: documents.length, upsert_id: null }, usage }
  },

  'database.modifyAndReturnDoc': (engine, request, now) => {
    const query = queryOf(request, now)
    const change = compileUpdate(parseEjson<Update>(String(request.data), now), query, now)
    const transaction = transactionOf(engine, request)
    const { documents, usage } = engine.update(collectionOf(request), query, false, change, transaction)
    const [document] = documents
    return { data: { updated: documents.length, doc: document ? formatEjson(document) : null }, usage }
  },

  'database.removeDocument': (engine, request, now) => {
    const transaction = transactionOf(engine, request)
    const { deleted, usage } = engine.remove(
      collectionOf(request),
      queryOf(request, now),
      !!request.multi,
      transaction,
    )
    return { data: { deleted }, usage }
  },

  'database.aggregateDocuments': (engine, request, now) => {
    const stages = (request.stages ?? []).map(({ stageKey, stageValue }) => ({
      [stageKey]:
        typeof stageValue === 'string' && /^([{["]|-?\d+$)/.test(stageValue)
          ? parseEjson(stageValue, now)
          : stageValue,
    }))
    const { documents, usage } = engine.aggregate(collectionOf(request), stages)
    return { data: { list: documents.map(formatEjson) }, usage }
  },

  'database.startTransaction': engine => ({ transactionId: engine.begin().id, usage: none }),

  'database.commitTransaction': (engine, { transactionId = '' }) => {
    engine.commit(transactionId)
    return { usage: none }
  },

  'database.abortTransaction': (engine, { transactionId = '' }) => {
    engine.abort(transactionId)
    return { usage: none }
  },
}

/**
 * Runs one database action. Throws the service's errors, `INVALID_PARAM` for an action the protocol does not have, and
 * `DocumentBusy` when the caller should wait for a transaction.
 */
export const runAction = (engine: Engine, request: WireRequest, now: number): Answer => {
  const action = databaseActions[request.action]
  if (!action) throw new ServiceError('INVALID_PARAM', `unknown action ${request.action}`)
  return action(engine, request, now)
}

/** Actions that never carry a transaction: beside an open one they run outside of it, in the service too. */
export const runsOutside = ({ action, queryType, transactionId }: WireRequest): boolean =>
  transactionId === undefined &&
  (action === 'database.aggregateDocuments' ||
    action === 'database.calculateDocument' ||
    ((action === 'database.modifyDocument' || action === 'database.removeDocument') && queryType === 'WHERE'))

const collectionOf = ({ collectionName }: WireRequest): string => {
  if (!collectionName) throw new ServiceError('INVALID_PARAM', 'collectionName is missing')
  return collectionName
}

const transactionOf = (engine: Engine, { transactionId }: WireRequest): Transaction | undefined =>
  transactionId === undefined || transactionId === null ? undefined : engine.transaction(transactionId)

const queryOf = ({ query }: WireRequest, now: number): Query => (query ? parseEjson<Query>(query, now) : {})

const orderOf = ({ order }: WireRequest): Order => {
  const asked = Object.entries(order ? parseEjson<Record<string, unknown>>(order) : {})
  for (const [field, direction] of asked)
    if (direction !== 1 && direction !== -1)
      throw databaseError(`bad sort specification for ${field}: ${JSON.stringify(direction)}`)
  return asked as Order
}

const shown = (found: Held[], projection: string | undefined): string[] => {
  const fields = projection ? parseEjson<Query>(projection) : {}
  if (!Object.keys(fields).length) return found.map(({ text }) => text)
  const project = compileProjection(fields)
  return found.map(({ document }) => formatEjson(project(document)))
}

/** `doc(id).set`: the whole document, there or not. */
const replace = (
  engine: Engine,
  request: WireRequest,
  query: Query,
  data: Fields,
  transaction: Transaction | undefined,
): Answer => {
  const name = collectionOf(request)
  if (typeof query._id === 'string' || typeof query._id === 'number') {
    const { _id } = query
    if (data._id !== undefined && data._id !== _id)
      throw writeError(`the _id field cannot be changed from ${formatEjson(_id)} to ${formatEjson(data._id)}`)
    const { created } = engine.put(name, { _id, ...data }, transaction)
    return { data: created ? { updated: 0, upsert_id: _id } : { updated: 1, upsert_id: null }, usage: none }
  }
  const { documents, usage } = engine.update(name, query, false, ({ _id }) => ({ ...data, _id }), transaction)
  if (documents.length || !request.upsert)
    return { data: { updated: documents.length, upsert_id: null }, usage }
  const [id] = engine.insert(name, [data as Document], transaction)
  return { data: { updated: 0, upsert_id: id }, usage }
}

/** What a query says a field equals, as the beginning of a document made by an upsert. */
const equalsIn = (query: Query): Document => {
  const equals = Object.entries(query).filter(
    ([field, value]) => !field.startsWith('$') && !(typeof value === 'object' && value !== null),
  )
  return Object.fromEntries(equals) as unknown as Document
}

const setOnInsert = (data: Fields): Update => (data.$setOnInsert ? { $set: data.$setOnInsert as Fields } : {})
