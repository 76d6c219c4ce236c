import type { Collection } from './collection'
import { conditionsOf } from './conditions'
import { countAll, countListed } from './countRows'
import { Held, type FindOptions, type Found, type Usage } from './found'
import { metresFrom, type Nearness, nearIn } from './geoQueries'
import { idIndex } from './indexes'
import { compileQuery, type Query } from './matcher'
import { placeOf } from './places'
import { type Plan, planFor } from './plan'
import { mergedRows, rowsOf, tested, unionOf } from './readRows'
import { scanRows, textsIn } from './rows'
import { type Order, sortDocuments } from './sortDocuments'
import { earthRadius } from './sphere'
import type { Store } from './store'
import type { Place, Transaction, Transactions } from './transactions'
import type { Unindexed } from './unindexed'
import type { Fields, Value } from './value'

/** How an operation would be answered. */
export interface Explanation {
  stage: 'ID' | 'INDEX' | 'OR' | 'SCAN'
  indexes: string[]
  /** The index gives the order that was asked for. */
  ordered: boolean
  /** The index answers the whole query: no document is tested. */
  exact: boolean
  usage: Usage
}

/** Answers queries: through the best index, or by reading everything. */
export class Reader {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
    private readonly unindexed: Unindexed,
  ) {}

  /** The documents that match, in order, from `offset` on, `limit` at most. */
  find(
    name: string,
    query: Query,
    { order = [], offset = 0, limit = Infinity, transaction }: FindOptions = {},
  ): Found {
    const collection = this.store.collection(name)
    const usage = { examined: 0, returned: 0 }
    const near = order.length ? undefined : nearIn(query as Fields)
    const changed = transaction && this.overlayOf(collection, transaction)
    if (changed?.size) {
      const rows = this.foundThrough(collection, query, changed, usage)
      const all = near ? this.nearest(rows, near) : sortDocuments(rows, order, held => held.document)
      return finish(all.slice(offset, offset + limit), usage)
    }
    if (near)
      return finish(this.findNear(collection, query, near, offset + limit, usage).slice(offset), usage)
    const plan = this.planOf(collection, query, order)
    // The common case, an index that answers everything, is one statement.
    if (plan?.exact && plan.ordered && plan.once && plan.ranges.length === 1 && plan.ranges[0]) {
      const most = limit === Infinity ? -1 : limit
      const texts = textsIn(this.store, collection, plan.index, plan.ranges[0], plan.backwards, most, offset)
      usage.examined = texts.length + (texts.length ? offset : 0)
      return finish(
        texts.map(text => new Held(text)),
        usage,
      )
    }
    const wanted = offset + limit
    const found: Held[] = []
    const { source, ordered } = this.source(collection, query, order, plan, wanted, usage)
    for (const held of source) {
      found.push(held)
      if (ordered && found.length >= wanted) break
    }
    const sorted = ordered ? found : sortDocuments(found, order, held => held.document)
    return finish(sorted.slice(offset, wanted), usage)
  }

  /** How many documents match; from the index alone when it covers the query. */
  count(name: string, query: Query): { total: number; usage: Usage } {
    const collection = this.store.collection(name)
    const conditions = conditionsOf(query)
    const usage = { examined: 0, returned: 0 }
    if (!conditions.fields.size && conditions.complete)
      return { total: countAll(this.store, collection), usage }
    const plan = planFor(collection.indexes, conditions, [])
    if (plan?.exact) return { total: countListed(this.store, collection, plan), usage }
    const { found, usage: cost } = this.find(name, query)
    return { total: found.length, usage: { examined: cost.examined, returned: 0 } }
  }

  /** Which index a query would go through, and what it costs. */
  explain(name: string, query: Query, options: FindOptions = {}): Explanation {
    const collection = this.store.collection(name)
    const { order = [] } = options
    const plan = this.planOf(collection, query, order)
    const union = plan?.narrows ? undefined : unionOf(collection, query)
    const mode = this.unindexed.mode
    this.unindexed.mode = 'allow'
    try {
      const { usage } = this.find(name, query, options)
      const stage = union ? 'OR' : !plan ? 'SCAN' : plan.index === idIndex ? 'ID' : 'INDEX'
      const used = union ?? (plan ? [plan] : [])
      return {
        stage,
        indexes: used.map(({ index }) => index.name),
        ordered: union ? !order.length : (plan?.ordered ?? !order.length),
        exact: !union && (plan?.exact ?? false),
        usage,
      }
    } finally {
      this.unindexed.mode = mode
    }
  }

  private planOf(collection: Collection, query: Query, order: Order): Plan | undefined {
    return planFor(collection.indexes, conditionsOf(query), order)
  }

  /** Documents that match, as they are read; in order when `ordered`. */
  private source(
    collection: Collection,
    query: Query,
    order: Order,
    plan: Plan | undefined,
    wanted: number,
    usage: Usage,
  ): { source: Iterable<Held>; ordered: boolean } {
    const test = plan?.exact || !Object.keys(query).length ? undefined : compileQuery(query)
    const union = plan?.narrows ? undefined : unionOf(collection, query)
    if (union)
      return {
        source: tested(rowsOf(this.store, collection, union), compileQuery(query), usage),
        ordered: !order.length,
      }
    if (plan) {
      const merge = plan.ordered && order.length > 0 && plan.ranges.length > 1
      const rows = merge
        ? mergedRows(this.store, collection, plan, wanted)
        : rowsOf(this.store, collection, [plan], plan.exact ? wanted : undefined)
      return { source: tested(rows, test, usage), ordered: plan.ordered }
    }
    if (Object.keys(query).length || order.length) this.unindexed.meet(collection.name, query, order)
    return { source: tested(scanRows(this.store, collection), test, usage), ordered: !order.length }
  }

  private findNear(
    collection: Collection,
    query: Query,
    near: Nearness,
    wanted: number,
    usage: Usage,
  ): Held[] {
    const hasIndex = collection.indexes.some(({ keys }) =>
      keys.some(({ name, direction }) => name === near.field && direction === '2dsphere'),
    )
    const search = (within: Query) => {
      const plan = this.planOf(collection, within, [])
      const { source } = this.source(collection, within, [], plan, Infinity, usage)
      return [...source]
    }
    if (hasIndex && near.near.most === Infinity && wanted !== Infinity) {
      // Wider and wider circles, until enough lie in one.
      for (let metres = 1000; metres < 10_000_000; metres *= 4) {
        const circle = {
          [near.field]: { $geoWithin: { $centerSphere: [near.near.centre, metres / earthRadius] } },
        }
        const found = this.nearest(search({ $and: [circle, query as Value] }), near)
        if (found.length >= wanted) return found.slice(0, wanted)
      }
    }
    return this.nearest(search(query), near).slice(0, wanted)
  }

  private nearest(found: Held[], near: Nearness): Held[] {
    return found
      .map(held => ({ held, metres: metresFrom(near, held.document) }))
      .sort((a, b) => a.metres - b.metres)
      .map(({ held }) => held)
  }

  /** What a transaction sees differently from the file, of one collection, by key. */
  private overlayOf({ id }: Collection, transaction: Transaction): Map<Place, string | undefined> {
    const own = `${id}:`
    return new Map([...this.transactions.overlay(transaction)].filter(([place]) => place.startsWith(own)))
  }

  private foundThrough(
    collection: Collection,
    query: Query,
    changed: Map<Place, string | undefined>,
    usage: Usage,
  ): Held[] {
    const test = compileQuery(query)
    const plan = this.planOf(collection, query, [])
    const { source } = this.source(collection, query, [], plan, Infinity, usage)
    const stored = [...source].filter(({ document }) => !changed.has(placeOf(collection, document._id)))
    const others = [...changed.values()].flatMap(text => (text === undefined ? [] : [new Held(text)]))
    return [...stored, ...others.filter(({ document }) => test(document))]
  }
}

const finish = (found: Held[], usage: Usage): Found => {
  usage.returned = found.length
  return { found, usage }
}
