import type { BuiltIndex, Index } from './indexes'

/** A collection that is to be made. */
export interface CollectionManifest {
  name: string
  indexes: readonly Index[]
}

/** A collection as it stands in the file. */
export interface Collection {
  id: number
  name: string
  indexes: BuiltIndex[]
}

/** A document as it lies in the file. */
export interface Row {
  rid: number
  body: string
}
