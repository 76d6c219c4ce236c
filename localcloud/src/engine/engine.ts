import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import type { CollectionManifest } from './collection'
import { parseEjson } from './ejson'
import type { FindOptions, Found, Usage } from './found'
import type { Query } from './matcher'
import { orderedKey } from './orderedKey'
import { type Explanation, Reader } from './reader'
import type { Stage } from './aggregation'
import { runStages } from './runStages'
import { rowOf } from './rows'
import { Store } from './store'
import { type Transaction } from './transaction'
import { Transactions } from './transactions'
import { Unindexed } from './unindexed'
import type { Document } from './value'
import { Writer } from './writer'

export interface EngineOptions {
  /** Where warnings go. */
  warn?: (line: string) => void
  /** How long a transaction may be open, ms. */
  transactionMs?: number
}

/** Documents in one file, with MongoDB's queries, updates, indexes and transactions as the service offers them. */
export class Engine {
  readonly store: Store
  readonly unindexed: Unindexed
  private readonly transactions: Transactions
  private readonly reader: Reader
  private readonly writer: Writer

  /** Opens or makes the file. @throws when it is not one of ours, in use, or damaged */
  constructor(
    file: string,
    { warn = () => undefined, transactionMs = limits.transactionMs.value }: EngineOptions = {},
  ) {
    this.store = new Store(file)
    this.unindexed = new Unindexed(warn)
    this.transactions = new Transactions(transactionMs)
    this.reader = new Reader(this.store, this.transactions, this.unindexed)
    this.writer = new Writer(this.store, this.reader, this.transactions)
  }

  /** @throws the service's error when it is there already or has too many indexes */
  createCollection(manifest: CollectionManifest): void {
    this.refuseTooMany(manifest)
    this.store.createCollection(manifest)
  }

  /** @throws the service's error for more indexes than a collection may have */
  refuseTooMany({ name, indexes: { length } }: CollectionManifest): void {
    const { value: most } = limits.indexes
    if (length > most)
      throw new ServiceError(
        'DATABASE_COLLECTION_EXCEED_LIMIT',
        `${name} has ${length} indexes; the limit is ${most}`,
      )
  }

  names(): string[] {
    return [...this.store.collections.keys()].sort()
  }

  /** One document by id. */
  get(name: string, id: Document['_id']): Document | undefined {
    const row = rowOf(this.store, this.store.collection(name), orderedKey(id))
    return row && parseEjson<Document>(row.body)
  }

  /** The documents that match, in order, from `offset` on, `limit` at most. */
  find(name: string, query: Query, options?: FindOptions): Found {
    return this.reader.find(name, query, options)
  }

  /** How many documents match; from the index alone when it covers the query. */
  count(name: string, query: Query): { total: number; usage: Usage } {
    return this.reader.count(name, query)
  }

  /** Which index a query goes through, and what it costs. */
  explain(name: string, query: Query, options?: FindOptions): Explanation {
    return this.reader.explain(name, query, options)
  }

  /** Runs aggregation stages over a collection. */
  aggregate(name: string, stages: Stage[]): { documents: Document[]; usage: Usage } {
    return runStages(this.store, this.reader, name, stages)
  }

  /** Inserts all or, at the first that cannot be, those before it, as an ordered insert does. Gives the ids. */
  insert(name: string, documents: Partial<Document>[], transaction?: Transaction): Document['_id'][] {
    return this.writer.insert(name, documents, transaction)
  }

  /** Stores many documents at once over whatever has their ids, for seeding. Gives how many. */
  importAll(name: string, documents: Iterable<Document>): number {
    return this.writer.importAll(name, documents)
  }

  /** Changes the first or all documents that match; `change` gives the new document. Gives the new documents. */
  update(
    name: string,
    query: Query,
    multi: boolean,
    change: (document: Document) => Document,
    transaction?: Transaction,
  ): { documents: Document[]; usage: Usage } {
    return this.writer.update(name, query, multi, change, transaction)
  }

  /** Replaces the document with this id, or creates it. */
  put(name: string, document: Document, transaction?: Transaction): { created: boolean } {
    return this.writer.put(name, document, transaction)
  }

  /** Removes the first or all documents that match. */
  remove(
    name: string,
    query: Query,
    multi: boolean,
    transaction?: Transaction,
  ): { deleted: number; usage: Usage } {
    return this.writer.remove(name, query, multi, transaction)
  }

  begin(): Transaction {
    return this.transactions.begin()
  }

  /** The open transaction with this id. @throws the service's error when there is none */
  transaction(id: string): Transaction {
    return this.transactions.use(id)
  }

  /** Makes the writes of a transaction lasting, all at once. @throws the service's error when it is over */
  commit(id: string): void {
    this.writer.commit(id)
  }

  /** Forgets the writes of a transaction. @throws the service's error when it is over */
  abort(id: string): void {
    this.transactions.end(this.transactions.use(id))
  }

  close(): void {
    this.transactions.close()
    this.store.close()
  }
}
