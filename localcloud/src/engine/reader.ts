import type { Collection } from './collection'
import { conditionsOf } from './conditions'
import { countAll, countListed } from './countRows'
import { Held, type FindOptions, type Found, type Usage } from './found'
import { nearIn } from './geoQueries'
import { idIndex } from './indexes'
import { compileQuery, type Query } from './matcher'
import { findNearest, nearestFirst } from './nearest'
import { placeOf, placesOf } from './places'
import { type Plan, planFor } from './plan'
import { mergedRows, rowsOf, tested, unionOf } from './readRows'
import { scanRows, textsIn } from './rows'
import { type Order, sortDocuments } from './sortDocuments'
import type { Store } from './store'
import type { Place } from './transaction'
import type { Transactions } from './transactions'
import type { Unindexed } from './unindexed'
import type { Fields } from './value'

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

/** Documents that match, as they are read; in order when `ordered`. */
interface Source {
  source: Iterable<Held>
  ordered: boolean
}

/** Answers queries: through the best index, or by reading everything. */
export class Reader {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
    private readonly unindexed: Unindexed,
  ) {}

  /** The documents that match, in order, from `offset` on, `limit` at most. */
  find(name: string, query: Query, { transaction, ...options }: FindOptions = {}): Found {
    const collection = this.store.collection(name)
    const changed = transaction && this.transactions.changesFor(transaction, placesOf(collection))
    return changed?.size
      ? this.findThrough(collection, query, options, changed)
      : this.findStored(collection, query, options)
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
    let total = 0
    for (const _ of this.source(collection, query, [], plan, Infinity, usage).source) total++
    return { total, usage }
  }

  /** Which index a query would go through, and what it costs. */
  explain(name: string, query: Query, options: FindOptions = {}): Explanation {
    const collection = this.store.collection(name)
    const { order = [] } = options
    const plan = planFor(collection.indexes, conditionsOf(query), order)
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

  private findStored(
    collection: Collection,
    query: Query,
    { order = [], offset = 0, limit = Infinity }: FindOptions,
  ): Found {
    const usage = { examined: 0, returned: 0 }
    const wanted = offset + limit
    const near = order.length ? undefined : nearIn(query as Fields)
    if (near) {
      const search = (within: Query) => {
        const plan = planFor(collection.indexes, conditionsOf(within), [])
        return [...this.source(collection, within, [], plan, Infinity, usage).source]
      }
      return finish(findNearest(collection, query, near, wanted, search).slice(offset), usage)
    }
    const plan = planFor(collection.indexes, conditionsOf(query), order)
    // The common case, an index that answers everything, is one statement.
    const [range] = plan?.ranges ?? []
    if (plan?.exact && plan.ordered && plan.once && range && plan.ranges.length === 1) {
      const { index, backwards } = plan
      const most = limit === Infinity ? -1 : limit
      const texts = textsIn(this.store, { collection, index, range, backwards }, most, offset)
      usage.examined = texts.length + (texts.length ? offset : 0)
      return finish(
        texts.map(text => new Held(text)),
        usage,
      )
    }
    const found: Held[] = []
    const { source, ordered } = this.source(collection, query, order, plan, wanted, usage)
    for (const held of source) {
      found.push(held)
      if (ordered && found.length >= wanted) break
    }
    const sorted = ordered ? found : sortDocuments(found, order, held => held.document)
    return finish(sorted.slice(offset, wanted), usage)
  }

  /** What a transaction finds: what is stored, but for the places that look different to it. */
  private findThrough(
    collection: Collection,
    query: Query,
    { order = [], offset = 0, limit = Infinity }: FindOptions,
    changed: ReadonlyMap<Place, string | undefined>,
  ): Found {
    // Each change can take one document out of the page.
    const { found, usage } = this.findStored(collection, query, {
      order,
      limit: offset + limit + changed.size,
    })
    const test = compileQuery(query)
    const unchanged = found.filter(({ document }) => !changed.has(placeOf(collection, document._id)))
    const others = [...changed.values()].flatMap(text => (text === undefined ? [] : [new Held(text)]))
    const all = [...unchanged, ...others.filter(({ document }) => test(document))]
    const near = order.length ? undefined : nearIn(query as Fields)
    const sorted = near ? nearestFirst(all, near) : sortDocuments(all, order, held => held.document)
    return finish(sorted.slice(offset, offset + limit), usage)
  }

  private source(
    collection: Collection,
    query: Query,
    order: Order,
    plan: Plan | undefined,
    wanted: number,
    usage: Usage,
  ): Source {
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
}

const finish = (found: Held[], usage: Usage): Found => {
  usage.returned = found.length
  return { found, usage }
}
