import type { Collection } from './collection'
import { type BuiltIndex, idIndex } from './indexes'

/** Where the entries of an index lie: the table, called `e`, and the column of its keys. */
export interface IndexTable {
  table: string
  key: string
  /** The table together with the documents it lists. */
  withDocuments: string
  /** The column of the documents. */
  body: string
}

/** The ids are listed by the documents themselves, every other index by a table of its own. */
export const tableOf = ({ id }: Collection, index: BuiltIndex): IndexTable =>
  index === idIndex
    ? { table: `c${id} e`, key: 'e.id', withDocuments: `c${id} e`, body: 'e.body' }
    : {
        table: `x${index.id} e`,
        key: 'e.k',
        withDocuments: `x${index.id} e CROSS JOIN c${id} d ON d.rid=e.rid`,
        body: 'd.body',
      }
