import type { Collection } from './collection'
import type { Document } from './value'

/** Where writes go: into the file at once, or into a transaction until it is committed. */
export interface Writing {
  /** The text of the document with this id, as the writer sees it; undefined when there is none. */
  textOf(collection: Collection, id: Document['_id']): string | undefined
  /** @throws the service's error for an id or a key that is taken */
  insert(collection: Collection, document: Document): void
  /** @throws the service's error for a key that is taken */
  replace(collection: Collection, before: Document, after: Document): void
  remove(collection: Collection, id: Document['_id']): void
}
