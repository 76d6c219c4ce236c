import { databaseError } from '../serviceError'
import { formatEjson } from './ejson'
import type { Query } from './matcher'
import type { Order } from './sortDocuments'

/** How unindexed queries are met: silently, with a line in the log, or as an error. */
export type UnindexedMode = 'allow' | 'warn' | 'error'

/** A query that no index served, and how often. */
export interface UnindexedQuery {
  collection: string
  query: string
  times: number
}

const keptAtMost = 200

/** Notes queries that no index serves, and does with them what it is told. */
export class Unindexed {
  mode: UnindexedMode = 'warn'
  private readonly known = new Map<string, UnindexedQuery>()

  constructor(private readonly warn: (line: string) => void) {}

  /** @throws the database's error in the mode `error` */
  meet(collection: string, query: Query, order: Order): void {
    const text = `${formatEjson(query)}${order.length ? ` sorted by ${JSON.stringify(order)}` : ''}`
    this.note(collection, text)
    if (this.mode === 'error') throw databaseError(`unindexed query: no index serves ${collection} ${text}`)
    if (this.mode === 'warn') this.warn(`[unindexed] no index serves ${collection} ${text}`)
  }

  get queries(): UnindexedQuery[] {
    return [...this.known.values()]
  }

  /** Queries that differ in their values only are one. */
  private note(collection: string, query: string): void {
    const shape = `${collection} ${query.replace(/"(?:[^"\\]|\\.)*"(?!:)|-?\d+(\.\d+)?/g, '?')}`
    const known = this.known.get(shape)
    if (known) known.times++
    else if (this.known.size < keptAtMost) this.known.set(shape, { collection, query, times: 1 })
  }
}
