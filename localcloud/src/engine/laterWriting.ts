import type { Collection } from './collection'
import { duplicateKey } from './duplicateKey'
import { idIndex, listingOf } from './indexes'
import { orderedKey } from './orderedKey'
import { placeOf } from './places'
import { rowOf } from './rows'
import type { Store } from './store'
import { storedBody } from './storedBody'
import type { Place, Transaction } from './transaction'
import type { Transactions } from './transactions'
import { keysTaken, type UniqueKey } from './uniqueKeys'
import type { Document } from './value'
import type { Writing } from './writing'

/** Writes into a transaction: what is written is claimed for it, and lies in its memory until it is committed. */
export class LaterWriting implements Writing {
  constructor(
    private readonly store: Store,
    private readonly transactions: Transactions,
    private readonly transaction: Transaction,
  ) {}

  textOf(collection: Collection, id: Document['_id']): string | undefined {
    const stored = () => rowOf(this.store, collection, orderedKey(id))?.body
    return this.transactions.read(this.transaction, placeOf(collection, id), stored)
  }

  insert(collection: Collection, document: Document): void {
    if (this.textOf(collection, document._id) !== undefined) throw duplicateKey(collection, idIndex, document)
    this.write(collection, document)
  }

  replace(collection: Collection, _before: Document, after: Document): void {
    this.write(collection, after)
  }

  remove(collection: Collection, id: Document['_id']): void {
    const place = placeOf(collection, id)
    this.transactions.claim(this.transaction, place)
    this.transaction.write(place, undefined)
  }

  private write(collection: Collection, document: Document): void {
    const place = placeOf(collection, document._id)
    this.transactions.claim(this.transaction, place)
    // What no index can list is refused here, and not by the commit.
    for (const index of collection.indexes) if (!index.unique) listingOf(index, document)
    const keys = keysTaken(collection, document)
    for (const key of keys) {
      this.transactions.claim(this.transaction, key.at)
      if (this.isTaken(collection, place, key)) throw duplicateKey(collection, key.index, document)
    }
    const taken = keys.map(({ at }) => at)
    this.transaction.write(place, storedBody(document), taken)
  }

  /** By another write of the transaction, or by a stored document that it has not written over. */
  private isTaken(collection: Collection, place: Place, { index, key, at }: UniqueKey): boolean {
    const taker = this.transaction.takerOf(at)
    if (taker !== undefined && taker !== place) return true
    return this.store
      .holders(collection, index, key)
      .map(id => placeOf(collection, id))
      .some(other => other !== place && !this.transaction.writes.has(other))
  }
}
