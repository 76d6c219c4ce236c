import type { Collection } from './collection'
import { orderedKey } from './orderedKey'
import type { Place } from './transaction'
import type { Document } from './value'

/** What the places of a collection begin with. */
export const placesOf = ({ id }: Collection): string => `${id}:`

/** Where a document is. */
export const placeOf = (collection: Collection, key: Document['_id']): Place =>
  placesOf(collection) + orderedKey(key).toString('latin1')

/** The collection's id and the key of the document's id. */
export const readPlace = (place: Place): { collection: number; key: Buffer } => {
  const colon = place.indexOf(':')
  return { collection: Number(place.slice(0, colon)), key: Buffer.from(place.slice(colon + 1), 'latin1') }
}

/** The place of a key in a unique index, which one document at a time may take. */
export const keyPlace = (index: number, key: Buffer): Place => `key ${index}:${key.toString('latin1')}`
