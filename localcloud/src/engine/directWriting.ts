import type { Collection, Row } from './collection'
import { parseEjson } from './ejson'
import { orderedKey } from './orderedKey'
import { placeOf } from './places'
import { rowOf } from './rows'
import type { Store } from './store'
import type { Place } from './transaction'
import type { Transactions } from './transactions'
import { keysTaken } from './uniqueKeys'
import type { Document } from './value'
import type { Writing } from './writing'

/** Writes into the file, but for what an open transaction has written: `DocumentBusy` says for whose end to wait. */
export class DirectWriting implements Writing {
  /** How the documents of the running write looked before it. */
  private readonly changes = new Map<Place, string | undefined>()

  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
  ) {}

  /** Does changes so that all of them last or none does, and keeps the states before them for open transactions. */
  atOnce(change: () => void): void {
    this.changes.clear()
    this.store.write(change)
    this.transactions.committed(this.changes)
  }

  textOf(collection: Collection, id: Document['_id']): string | undefined {
    return rowOf(this.store, collection, orderedKey(id))?.body
  }

  insert(collection: Collection, document: Document): void {
    const place = placeOf(collection, document._id)
    this.refuseLocked(collection, place, document)
    this.store.insert(collection, document)
    this.note(place, undefined)
  }

  replace(collection: Collection, before: Document, after: Document): void {
    const place = placeOf(collection, before._id)
    this.refuseLocked(collection, place, after)
    const row = rowOf(this.store, collection, orderedKey(before._id)) as Row
    this.store.replace(collection, row, before, after)
    this.note(place, row.body)
  }

  remove(collection: Collection, id: Document['_id']): void {
    const place = placeOf(collection, id)
    this.transactions.refuseLocked(place)
    const row = rowOf(this.store, collection, orderedKey(id)) as Row
    this.store.remove(collection, row, parseEjson<Document>(row.body))
    this.note(place, row.body)
  }

  /** Notes how a place looked before the running write; of several changes the first counts. */
  note(place: Place, before: string | undefined): void {
    if (!this.changes.has(place)) this.changes.set(place, before)
  }

  private refuseLocked(collection: Collection, place: Place, document: Document): void {
    if (!this.transactions.hasLocks) return
    this.transactions.refuseLocked(place)
    for (const { at } of keysTaken(collection, document)) this.transactions.refuseLocked(at)
  }
}
