import { randomBytes } from 'node:crypto'
import { commitWrites } from './commitWrites'
import { DirectWriting } from './directWriting'
import { parseEjson } from './ejson'
import type { Found, Usage } from './found'
import { LaterWriting } from './laterWriting'
import type { Query } from './matcher'
import type { Reader } from './reader'
import { refuseImpossible } from './refuseImpossible'
import type { Store } from './store'
import { DocumentBusy, type Transaction } from './transaction'
import { type Transactions } from './transactions'
import type { Document } from './value'
import type { Writing } from './writing'

/** Writes documents, at once or within a transaction. */
export class Writer {
  private readonly direct: DirectWriting

  constructor(
    private readonly store: Store,
    private readonly reader: Reader,
    private readonly transactions: Transactions,
  ) {
    this.direct = new DirectWriting(store, transactions)
  }

  /** Inserts all or, at the first that cannot be, those before it, as an ordered insert does. Gives the ids. */
  insert(name: string, documents: Partial<Document>[], transaction?: Transaction): Document['_id'][] {
    const collection = this.store.collection(name)
    const complete = documents.map(
      ({ _id, ...rest }) => ({ _id: _id ?? randomBytes(16).toString('hex'), ...rest }) as Document,
    )
    this.each(complete, transaction, (document, writing) => {
      refuseImpossible(document)
      writing.insert(collection, document)
    })
    return complete.map(({ _id }) => _id)
  }

  /** Stores many documents at once over whatever has their ids, for seeding. Gives how many. */
  importAll(name: string, documents: Iterable<Document>): number {
    let n = 0
    this.direct.atOnce(() => {
      for (const document of documents) {
        this.putOne(name, document, this.direct)
        n++
      }
    })
    return n
  }

  /** Changes the first or all documents that match. `change` gives the new document. */
  update(
    name: string,
    query: Query,
    multi: boolean,
    change: (document: Document) => Document,
    transaction?: Transaction,
  ): { documents: Document[]; usage: Usage } {
    const collection = this.store.collection(name)
    const documents: Document[] = []
    const { found, usage } = this.find(name, query, multi, transaction)
    this.each(found, transaction, ({ document }, writing) => {
      const after = change(document)
      refuseImpossible(after)
      writing.replace(collection, document, after)
      documents.push(after)
    })
    return { documents, usage }
  }

  /** Replaces the document with this id, or creates it. */
  put(name: string, document: Document, transaction?: Transaction): { created: boolean } {
    let created = false
    this.each([document], transaction, (_, writing) => {
      created = this.putOne(name, document, writing)
    })
    return { created }
  }

  /** Removes the first or all documents that match. */
  remove(
    name: string,
    query: Query,
    multi: boolean,
    transaction?: Transaction,
  ): { deleted: number; usage: Usage } {
    const collection = this.store.collection(name)
    const { found, usage } = this.find(name, query, multi, transaction)
    this.each(found, transaction, ({ document }, writing) => writing.remove(collection, document._id))
    return { deleted: found.length, usage }
  }

  /** Makes the writes of a transaction lasting, all at once. @throws the service's error when it is over */
  commit(id: string): void {
    const transaction = this.transactions.use(id)
    this.transactions.end(transaction)
    if (transaction.writes.size) commitWrites(this.store, this.direct, transaction.writes)
  }

  private find(name: string, query: Query, multi: boolean, transaction?: Transaction): Found {
    return this.reader.find(name, query, {
      ...(multi ? {} : { limit: 1 }),
      ...(transaction && { transaction }),
    })
  }

  /**
   * Works through documents one by one; the first that fails ends it, and what was done before it stays.
   * @throws DocumentBusy with nothing done: whoever waits for the transaction begins anew
   */
  private each<T>(
    items: T[],
    transaction: Transaction | undefined,
    work: (item: T, writing: Writing) => void,
  ): void {
    const writing = transaction ? new LaterWriting(this.store, this.transactions, transaction) : this.direct
    let failed: { error: unknown } | undefined
    const run = () => {
      for (const item of items) {
        try {
          work(item, writing)
        } catch (error) {
          if (error instanceof DocumentBusy) throw error
          failed = { error }
          return
        }
      }
    }
    if (transaction) run()
    else this.direct.atOnce(run)
    if (!failed) return
    // A write that fails ends its transaction, as in MongoDB.
    if (transaction) this.transactions.end(transaction)
    throw failed.error
  }

  /** Whether the document is new. */
  private putOne(name: string, document: Document, writing: Writing): boolean {
    refuseImpossible(document)
    const collection = this.store.collection(name)
    const known = writing.textOf(collection, document._id)
    if (known === undefined) writing.insert(collection, document)
    else writing.replace(collection, parseEjson<Document>(known), document)
    return known === undefined
  }
}
