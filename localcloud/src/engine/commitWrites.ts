import type { Collection, Row } from './collection'
import type { DirectWriting } from './directWriting'
import { parseEjson } from './ejson'
import { readPlace } from './places'
import { rowOf } from './rows'
import type { Store } from './store'
import type { Place } from './transaction'
import type { Document } from './value'

interface Change {
  collection: Collection
  /** Absent for a document that is new. */
  row?: Row
  before?: Document
  /** Absent for a document that goes. */
  after?: Document
}

/**
 * Writes the states that a transaction gave documents. Keys of unique indexes are given up before any is taken: within a
 * transaction a key may have gone from one document to another, or two may have changed keys.
 */
export const commitWrites = (
  store: Store,
  writing: DirectWriting,
  writes: ReadonlyMap<Place, string | undefined>,
): void =>
  writing.atOnce(() => {
    const changes = [...writes].map(([place, text]) => {
      const change = changeAt(store, place, text)
      writing.note(place, change.row?.body)
      return change
    })
    for (const { collection, row, before, after } of changes)
      if (row && before) store.giveUpKeys(collection, row, before, after)
    for (const change of changes) apply(store, change)
  })

const changeAt = (store: Store, place: Place, text: string | undefined): Change => {
  const { collection: id, key } = readPlace(place)
  const collection = store.collectionWith(id)
  const row = rowOf(store, collection, key)
  return {
    collection,
    ...(row && { row, before: parseEjson<Document>(row.body) }),
    ...(text !== undefined && { after: parseEjson<Document>(text) }),
  }
}

const apply = (store: Store, { collection, row, before, after }: Change): void => {
  if (row && before) {
    if (after) store.replace(collection, row, before, after)
    else store.remove(collection, row, before)
  } else if (after) store.insert(collection, after)
}
