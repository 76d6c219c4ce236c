import { formatEjson, parseEjson } from '../engine/ejson'
import type { Engine } from '../engine/engine'
import type { Query } from '../engine/matcher'
import type { Transaction } from '../engine/transaction'
import { compileUpdate, type Update } from '../engine/updater'
import type { Document, Fields } from '../engine/value'
import { writeError } from '../serviceError'
import { type Answer, collectionOf, none, queryOf, transactionOf, type WireRequest } from './wireRequest'

/** `database.modifyDocument`: `update` of one or many, `set` of one, each of them perhaps making what is not there. */
export const modifyDocument = (engine: Engine, request: WireRequest, now: number): Answer => {
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
