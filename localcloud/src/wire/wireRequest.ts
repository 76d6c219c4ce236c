import { parseEjson } from '../engine/ejson'
import type { Engine } from '../engine/engine'
import type { Usage } from '../engine/found'
import type { Query } from '../engine/matcher'
import type { Order } from '../engine/sortDocuments'
import type { Transaction } from '../engine/transaction'
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

/** What costs nothing. */
export const none = { examined: 0, returned: 0 }

/** @throws `INVALID_PARAM` when the request names none */
export const collectionOf = ({ collectionName }: WireRequest): string => {
  if (!collectionName) throw new ServiceError('INVALID_PARAM', 'collectionName is missing')
  return collectionName
}

/** The open transaction that a request belongs to. @throws the service's error when it is over */
export const transactionOf = (engine: Engine, { transactionId }: WireRequest): Transaction | undefined =>
  transactionId === undefined || transactionId === null ? undefined : engine.transaction(transactionId)

/** The query of a request; everything when it has none. */
export const queryOf = ({ query }: WireRequest, now: number): Query =>
  query ? parseEjson<Query>(query, now) : {}

/** The order that a request asks for. @throws the service's error for a direction there is not */
export const orderOf = ({ order }: WireRequest): Order => {
  const asked = Object.entries(order ? parseEjson<Record<string, unknown>>(order) : {})
  for (const [field, direction] of asked)
    if (direction !== 1 && direction !== -1)
      throw databaseError(`bad sort specification for ${field}: ${JSON.stringify(direction)}`)
  return asked as Order
}
