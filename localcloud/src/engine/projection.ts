import { databaseError } from '../serviceError'
import { elementTest, type Query } from './matcher'
import { clone, type Document, type Fields, isFields, isOperators, type Value } from './value'

/** Gives the part of a document that a projection asks for. */
export type Projection = (document: Document) => Document

type Tree = Map<string, Tree | Leaf>
type Leaf = (value: Value | undefined) => Value | undefined

/**
 * Compiles a projection: fields to include or to leave out (`_id` either way), `$slice` and `$elemMatch`. Where both
 * kinds are mixed, what is included decides, as the SDK lets them be mixed.
 */
export const compileProjection = (fields: Query): Projection => {
  const included: Tree = new Map()
  const excluded: Tree = new Map()
  const shaped: Tree = new Map()
  let id = true
  let isInclusion = false
  for (const [path, asked] of Object.entries(fields)) {
    if (isOperators(asked)) {
      const [operator, operand] = Object.entries(asked)[0] as [string, Value]
      put(shaped, path, leafOf(operator, operand))
      put(included, path, keep)
      isInclusion ||= operator === '$elemMatch'
    } else if (path === '_id') id = isOn(asked)
    else if (isOn(asked)) {
      put(included, path.replace(/\.\$$/, ''), keep)
      isInclusion = true
    } else put(excluded, path, () => undefined)
  }
  const onlyId = Object.keys(fields).length === 1 && '_id' in fields && id
  return document => {
    const { _id, ...rest } = document
    let shown: Fields = rest
    if (isInclusion || onlyId) shown = include(rest, included)
    if (shaped.size) shown = change(shown, shaped)
    if (excluded.size) shown = change(shown, excluded)
    return (id ? { _id, ...shown } : shown) as Document
  }
}

const isOn = (asked: Value | undefined): boolean => asked !== 0 && asked !== false && asked !== null

const keep: Leaf = value => value

const put = (tree: Tree, path: string, leaf: Leaf): void => {
  const dot = path.indexOf('.')
  if (dot < 0) {
    tree.set(path, leaf)
    return
  }
  const head = path.slice(0, dot)
  const below = tree.get(head)
  if (typeof below === 'function') return
  const branch: Tree = below ?? new Map()
  tree.set(head, branch)
  put(branch, path.slice(dot + 1), leaf)
}

/** Fields keep the document's order; documents inside arrays are treated one by one, other elements fall away. */
const include = (fields: Fields, tree: Tree): Fields => {
  const shown: Fields = {}
  for (const key in fields) {
    const node = tree.get(key)
    if (!node) continue
    const value = typeof node === 'function' ? fields[key] : includeIn(fields[key], node)
    if (value !== undefined) shown[key] = value
  }
  return shown
}

const includeIn = (value: Value | undefined, tree: Tree): Value | undefined => {
  if (Array.isArray(value))
    return value.map(item => includeIn(item, tree)).filter((item): item is Value => item !== undefined)
  return isFields(value) ? include(value, tree) : undefined
}

const change = (fields: Fields, tree: Tree): Fields => {
  const shown: Fields = {}
  for (const key in fields) {
    const node = tree.get(key)
    const value = fields[key]
    const next = !node ? value : typeof node === 'function' ? node(value) : changeIn(value, node)
    if (next !== undefined) shown[key] = next
  }
  return shown
}

const changeIn = (value: Value | undefined, tree: Tree): Value | undefined => {
  if (Array.isArray(value)) return value.map(item => changeIn(item, tree) as Value)
  return isFields(value) ? change(value, tree) : value
}

const leafOf = (operator: string, operand: Value): Leaf => {
  if (operator === '$slice') return value => (Array.isArray(value) ? sliced(value, operand) : value)
  if (operator === '$elemMatch') {
    const test = elementTest(operand)
    return value => {
      const found = Array.isArray(value) ? value.find(test) : undefined
      return found === undefined ? undefined : [clone(found)]
    }
  }
  throw databaseError(`Unsupported projection option: ${operator}`)
}

/** `$slice: n` gives the first or, below 0, the last n; `[skip, n]` skips first, from the end when below 0. */
const sliced = (list: Value[], operand: Value): Value[] => {
  if (typeof operand === 'number') return operand < 0 ? list.slice(operand) : list.slice(0, operand)
  const [skip, count] = operand as [number, number]
  if (!(count > 0)) throw databaseError('$slice limit must be positive')
  const start = skip < 0 ? Math.max(0, list.length + skip) : skip
  return list.slice(start, start + count)
}
