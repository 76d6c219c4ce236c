import { type ServiceError, writeError } from '../serviceError'
import type { Collection } from './collection'
import { formatEjson } from './ejson'
import type { Index } from './indexes'
import { type Document, memberAt } from './value'

/** The service's error for a key of a unique index that another document has. */
export const duplicateKey = (collection: Collection, index: Index, document: Document): ServiceError =>
  writeError(
    `E11000 duplicate key error collection: ${collection.name} index: ${index.name} dup key: ${keyText(index, document)}`,
  )

const keyText = ({ keys }: Index, document: Document): string =>
  `{ ${keys.map(({ name }) => `${name}: ${formatEjson(memberAt(document, name) ?? null)}`).join(', ')} }`
