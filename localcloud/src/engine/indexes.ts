import { writeError } from '../serviceError'
import { cellKeys } from './geoCells'
import { faultOf, readShape } from './geometry'
import { emptyArrayKey, inverted, orderedKey } from './orderedKey'
import { type Document, isFields, type Value, valuesAt } from './value'

/** One index of a collection, in the shape of WeChat's index API. */
export interface Index {
  name: string
  unique?: boolean
  keys: readonly { name: string; direction: '1' | '-1' | '2dsphere' }[]
}

/** An index as it stands in the file. */
export interface BuiltIndex extends Index {
  id: number
  /** Positions of the fields that have held an array: what an index can promise about them is less. */
  multi: number[]
}

/** The index on `_id` that every collection has: the documents themselves are kept in its order. */
export const idIndex: BuiltIndex = {
  id: 0,
  name: '_id_',
  unique: true,
  keys: [{ name: '_id', direction: '1' }],
  multi: [],
}

/** The keys under which an index lists a document, and the positions of the fields that made them several. */
export interface Listing {
  keys: Buffer[]
  multi: number[]
}

/**
 * Works out under which keys an index lists a document: one, or one for each element of an array.
 * Throws when two fields hold arrays of their own, as the service refuses it.
 */
export const listingOf = (index: Index, document: Document): Listing => {
  const multi: number[] = []
  const values = index.keys.map(({ name }, n) => {
    const found = valuesAt(document as Value, name)
    if (found.length !== 1 || Array.isArray(found[0])) multi.push(n)
    return found
  })
  if (multi.length > 1) return { keys: sharedArray(index, document, multi), multi }
  return { keys: distinct(combine(index, values)), multi }
}

const combine = (index: Index, values: (Value | undefined)[][]): Buffer[] =>
  index.keys.reduce<Buffer[]>(
    (prefixes, { direction }, n) => {
      const parts = partsOf(values[n] as Value[], direction)
      return prefixes.flatMap(prefix => parts.map(part => Buffer.concat([prefix, part])))
    },
    [Buffer.alloc(0)],
  )

const partsOf = (values: (Value | undefined)[], direction: string): Buffer[] => {
  if (direction === '2dsphere') {
    const cells = values.flatMap(value => cellsOf(value))
    return cells.length ? cells : [orderedKey(null)]
  }
  const parts = values.length
    ? values.flatMap(value =>
        Array.isArray(value) ? (value.length ? value.map(orderedKey) : [emptyArrayKey]) : [orderedKey(value)],
      )
    : [orderedKey(null)]
  return direction === '-1' ? parts.map(inverted) : parts
}

const cellsOf = (value: Value | undefined): Buffer[] => {
  if (value === undefined || value === null) return []
  const shape = readShape(value)
  if (!shape && Array.isArray(value)) return value.flatMap(item => cellsOf(item))
  const fault = shape ? faultOf(shape) : 'unknown GeoJSON type'
  if (!shape || fault) throw writeError(`Can't extract geo keys: ${fault}: ${JSON.stringify(value)}`)
  return cellKeys(shape)
}

/** Fields below one array of documents go together, element by element. */
const sharedArray = (index: Index, document: Document, multi: number[]): Buffer[] => {
  const names = multi.map(n => index.keys[n]?.name as string)
  const root = commonPrefix(names)
  const holder = root && valuesAt(document as Value, root)[0]
  if (!root || !Array.isArray(holder)) {
    throw writeError(`cannot index parallel arrays [${names[1]}] [${names[0]}]`)
  }
  // An array without documents is listed as if the fields were missing.
  const items = holder.some(isFields) ? holder.filter(isFields) : [{}]
  const keys = items.flatMap(item =>
    combine(
      index,
      index.keys.map(({ name }) =>
        name.startsWith(`${root}.`)
          ? valuesAt(item, name.slice(root.length + 1))
          : valuesAt(document as Value, name),
      ),
    ),
  )
  return distinct(keys)
}

const commonPrefix = (names: string[]): string => {
  const [first = [], ...others] = names.map(name => name.split('.').slice(0, -1))
  const length = first.findIndex((step, n) => others.some(other => other[n] !== step))
  return (length < 0 ? first : first.slice(0, length)).join('.')
}

const distinct = (keys: Buffer[]): Buffer[] =>
  keys.length < 2 ? keys : [...new Map(keys.map(key => [key.toString('latin1'), key])).values()]
