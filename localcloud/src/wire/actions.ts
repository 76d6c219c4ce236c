import { formatEjson, parseEjson } from '../engine/ejson'
import type { Engine } from '../engine/engine'
import type { Held } from '../engine/found'
import type { Query } from '../engine/matcher'
import { compileProjection } from '../engine/projection'
import { compileUpdate, type Update } from '../engine/updater'
import type { Document } from '../engine/value'
import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import { modifyDocument } from './modifyDocument'
import {
  type Answer,
  collectionOf,
  none,
  orderOf,
  queryOf,
  transactionOf,
  type WireRequest,
} from './wireRequest'

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

  'database.modifyDocument': modifyDocument,

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
  const action = Object.hasOwn(databaseActions, request.action) && databaseActions[request.action]
  if (!action) throw new ServiceError('INVALID_PARAM', `unknown action ${request.action}`)
  return action(engine, request, now)
}

/** Actions that never carry a transaction: beside an open one they run outside of it, in the service too. */
export const runsOutside = ({ action, queryType, transactionId }: WireRequest): boolean =>
  transactionId === undefined &&
  (action === 'database.aggregateDocuments' ||
    action === 'database.calculateDocument' ||
    ((action === 'database.modifyDocument' || action === 'database.removeDocument') && queryType === 'WHERE'))

const shown = (found: Held[], projection: string | undefined): string[] => {
  const fields = projection ? parseEjson<Query>(projection) : {}
  if (!Object.keys(fields).length) return found.map(({ text }) => text)
  const project = compileProjection(fields)
  return found.map(({ document }) => formatEjson(project(document)))
}
