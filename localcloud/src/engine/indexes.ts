import { type Document, type Value, valuesAt } from './document'
import { emptyArrayKey, inverted, orderedKey } from './orderedKey'
import { databaseError } from '../serviceError'

/** One index of a collection, in the shape of WeChat's index API. */
export interface Index {
  name: string
  unique?: boolean
  keys: readonly { name: string; direction: '1' | '-1' | '2dsphere' }[]
}

/**
 * The keys under which an index lists a document: one, or one for each element of the one field that holds an array.
 * Throws when two fields do, as the service refuses it.
 */
export const indexKeys = (index: Index, document: Document): Buffer[] => {
  let multi = -1
  const fields = index.keys.map(({ name, direction }, n) => {
    const values = valuesAt(document, name)
    const elements = values.flatMap(value => (Array.isArray(value) ? elementsOf(value) : [orderedKey(value)]))
    if (values.length > 1 || Array.isArray(values[0])) {
      if (multi >= 0)
        throw databaseError(`cannot index parallel arrays [${index.keys[multi]?.name}] [${name}]`)
      multi = n
    }
    return direction === '-1' ? elements.map(inverted) : elements
  })
  const keys = fields.reduce<Buffer[]>(
    (prefixes, parts) => prefixes.flatMap(prefix => parts.map(part => Buffer.concat([prefix, part]))),
    [Buffer.alloc(0)],
  )
  return multi < 0 ? keys : [...new Map(keys.map(key => [key.toString('latin1'), key])).values()]
}

const elementsOf = (array: Value[]): Buffer[] =>
  array.length ? [...array.map(orderedKey), orderedKey(array)] : [emptyArrayKey, orderedKey(array)]
