import type { Collection } from './collection'
import { type BuiltIndex, listingOf } from './indexes'
import { keyPlace } from './places'
import type { Place } from './transaction'
import type { Document } from './value'

/** A key that a document takes in a unique index. */
export interface UniqueKey {
  index: BuiltIndex
  key: Buffer
  /** The place of the key, which one document at a time may take. */
  at: Place
}

/** The keys that a document takes in the unique indexes of its collection. */
export const keysTaken = ({ indexes }: Collection, document: Document): UniqueKey[] =>
  indexes
    .filter(({ unique }) => unique)
    .flatMap(index =>
      listingOf(index, document).keys.map(key => ({ index, key, at: keyPlace(index.id, key) })),
    )
