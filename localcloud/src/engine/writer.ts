import { randomBytes } from 'node:crypto'
import type { Collection, Row } from './collection'
import { duplicateKey } from './duplicateKey'
import { parseEjson } from './ejson'
import type { Usage } from './found'
import { idIndex, listingOf } from './indexes'
import type { Query } from './matcher'
import { orderedKey } from './orderedKey'
import { keyPlace, placeOf, readPlace } from './places'
import type { Reader } from './reader'
import { refuseImpossible } from './refuseImpossible'
import { rowOf } from './rows'
import type { Store } from './store'
import { storedBody } from './storedBody'
import type { Place, Transaction, Transactions } from './transactions'
import type { Document } from './value'

/** Writes documents, at once or within a transaction. */
export class Writer {
  /** How the documents of the running write looked before it. */
  private readonly changes = new Map<Place, string | undefined>()

  constructor(
    private readonly store: Store,
    private readonly reader: Reader,
    private readonly transactions: Transactions,
  ) {}

  /** Inserts all or, at the first that cannot be, those before it, as an ordered insert does. Gives the ids. */
  insert(name: string, documents: Partial<Document>[], transaction?: Transaction): Document['_id'][] {
    const collection = this.store.collection(name)
    const complete = documents.map(
      ({ _id, ...rest }) => ({ _id: _id ?? randomBytes(16).toString('hex'), ...rest }) as Document,
    )
    this.each(complete, transaction, document => this.insertOne(collection, document, transaction))
    return complete.map(({ _id }) => _id)
  }

  /** Stores many documents at once over whatever has their ids, for seeding. Gives how many. */
  importAll(name: string, documents: Iterable<Document>): number {
    let n = 0
    this.write(() => {
      for (const document of documents) {
        this.putOne(this.store.collection(name), document)
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
    const { found, usage } = this.reader.find(name, query, {
      ...(multi ? {} : { limit: 1 }),
      ...(transaction && { transaction }),
    })
    this.each(found, transaction, ({ document }) => {
      const after = change(document)
      this.replaceOne(collection, document, after, transaction)
      documents.push(after)
    })
    return { documents, usage }
  }

  /** Replaces the document with this id, or creates it. */
  put(name: string, document: Document, transaction?: Transaction): { created: boolean } {
    const collection = this.store.collection(name)
    let created = false
    this.each([document], transaction, () => {
      created = this.putOne(collection, document, transaction)
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
    const { found, usage } = this.reader.find(name, query, {
      ...(multi ? {} : { limit: 1 }),
      ...(transaction && { transaction }),
    })
    this.each(found, transaction, ({ document }) => this.removeOne(collection, document, transaction))
    return { deleted: found.length, usage }
  }

  /** Makes the writes of a transaction lasting, all at once. @throws the service's error when it is over */
  commit(id: string): void {
    const transaction = this.transactions.use(id)
    this.transactions.end(transaction)
    if (!transaction.writes.size) return
    this.write(() => {
      for (const [place, text] of transaction.writes) this.apply(place, text)
    })
  }

  /** Works through documents one by one; the first that fails ends it, and what was done before it stays. */
  private each<T>(items: T[], transaction: Transaction | undefined, work: (item: T) => void): void {
    let failed: { error: unknown } | undefined
    const run = () => {
      for (const item of items) {
        try {
          work(item)
        } catch (error) {
          failed = { error }
          return
        }
      }
    }
    if (transaction) run()
    else this.write(run)
    if (!failed) return
    // A write that fails ends its transaction, as in MongoDB.
    if (transaction) this.transactions.end(transaction)
    throw failed.error
  }

  private write(change: () => void): void {
    this.changes.clear()
    this.store.write(change)
    this.transactions.committed(this.changes)
  }

  private insertOne(collection: Collection, document: Document, transaction?: Transaction): void {
    refuseImpossible(document)
    const place = placeOf(collection, document._id)
    if (transaction) {
      const known = this.transactions.read(
        transaction,
        place,
        () => rowOf(this.store, collection, orderedKey(document._id))?.body,
      )
      if (known !== undefined) throw duplicateKey(collection, idIndex, document)
      return this.writeLater(collection, place, document, transaction)
    }
    this.refuseLocked(collection, place, document)
    this.store.insert(collection, document)
    this.changes.set(place, undefined)
  }

  private replaceOne(
    collection: Collection,
    before: Document,
    after: Document,
    transaction?: Transaction,
  ): void {
    refuseImpossible(after)
    const place = placeOf(collection, before._id)
    if (transaction) return this.writeLater(collection, place, after, transaction)
    this.refuseLocked(collection, place, after)
    const row = rowOf(this.store, collection, orderedKey(before._id)) as Row
    this.store.replace(collection, row, before, after)
    this.note(place, row.body)
  }

  private removeOne(collection: Collection, { _id }: Document, transaction?: Transaction): void {
    const place = placeOf(collection, _id)
    if (transaction) {
      this.transactions.claim(transaction, place)
      transaction.writes.set(place, undefined)
      return
    }
    this.transactions.refuseLocked(place)
    const row = rowOf(this.store, collection, orderedKey(_id)) as Row
    this.store.remove(collection, row, parseEjson<Document>(row.body))
    this.note(place, row.body)
  }

  private putOne(collection: Collection, document: Document, transaction?: Transaction): boolean {
    const place = placeOf(collection, document._id)
    const row = rowOf(this.store, collection, orderedKey(document._id))
    const known = transaction ? this.transactions.read(transaction, place, () => row?.body) : row?.body
    if (known === undefined) this.insertOne(collection, document, transaction)
    else this.replaceOne(collection, parseEjson<Document>(known), document, transaction)
    return known === undefined
  }

  private note(place: Place, before: string | undefined): void {
    if (!this.changes.has(place)) this.changes.set(place, before)
  }

  private writeLater(
    collection: Collection,
    place: Place,
    document: Document,
    transaction: Transaction,
  ): void {
    this.transactions.claim(transaction, place)
    for (const index of collection.indexes) {
      const { keys } = listingOf(index, document)
      if (!index.unique) continue
      for (const key of keys) {
        this.transactions.claim(transaction, keyPlace(index.id, key))
        const others = this.store.holders(collection, index, key).filter(id => {
          const other = placeOf(collection, id)
          return other !== place && !transaction.writes.has(other)
        })
        const own = [...transaction.writes].some(
          ([other, text]) =>
            other !== place &&
            text !== undefined &&
            other.startsWith(`${collection.id}:`) &&
            listingOf(index, parseEjson<Document>(text)).keys.some(taken => taken.equals(key)),
        )
        if (others.length || own) throw duplicateKey(collection, index, document)
      }
    }
    transaction.writes.set(place, storedBody(document))
  }

  private refuseLocked(collection: Collection, place: Place, document: Document): void {
    if (!this.transactions.hasLocks) return
    this.transactions.refuseLocked(place)
    for (const index of collection.indexes)
      if (index.unique)
        for (const key of listingOf(index, document).keys)
          this.transactions.refuseLocked(keyPlace(index.id, key))
  }

  /** Writes the state that a transaction gave a document. */
  private apply(place: Place, text: string | undefined): void {
    const { collection: id, key } = readPlace(place)
    const collection = [...this.store.collections.values()].find(known => known.id === id) as Collection
    const row = rowOf(this.store, collection, key)
    this.note(place, row?.body)
    if (text === undefined) {
      if (row) this.store.remove(collection, row, parseEjson<Document>(row.body))
    } else if (row)
      this.store.replace(collection, row, parseEjson<Document>(row.body), parseEjson<Document>(text))
    else this.store.insert(collection, parseEjson<Document>(text))
  }
}
