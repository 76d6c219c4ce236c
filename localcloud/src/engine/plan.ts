import { areOfOneType, type Condition, type Conditions } from './conditions'
import { cellRanges } from './geoCells'
import { type BuiltIndex, idIndex } from './indexes'
import { behind, inverted, orderedKey, typeEnd, typeStart } from './orderedKey'
import type { Order } from './sortDocuments'
import type { Value } from './value'

/** Keys from `from` up to but without `to`; the first `prefix` bytes are the same in all of them. */
export interface Range {
  from: Buffer
  to: Buffer
  prefix: number
}

/** How a query is answered through an index. */
export interface Plan {
  index: BuiltIndex
  ranges: Range[]
  backwards: boolean
  /** Reading the ranges gives the order that was asked for; several of them have to be merged for it. */
  ordered: boolean
  /** Every document listed matches: nothing is left to test. */
  exact: boolean
  /** Whether a condition narrows the ranges, or the index only gives the order. */
  narrows: boolean
  /** Each document is listed once at most. */
  once: boolean
  score: number
}

/** More ranges than this cost more than they save. */
const rangesAtMost = 2000

/** The best index for the conditions and the order; undefined when none helps. */
export const planFor = (
  indexes: readonly BuiltIndex[],
  conditions: Conditions,
  order: Order,
): Plan | undefined => {
  let best: Plan | undefined
  for (const index of [idIndex, ...indexes]) {
    const plan = tryIndex(index, conditions, order)
    if (plan && (!best || plan.score > best.score)) best = plan
  }
  return best
}

const tryIndex = (index: BuiltIndex, { fields, complete }: Conditions, order: Order): Plan | undefined => {
  const first = index.keys[0]?.name as string
  if (!fields.has(first) && first !== order[0]?.[0]) return undefined
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let used = 0
  let narrowed = 0
  let exact = complete
  let score = 0
  let arrays = 0
  for (const [n, { name, direction }] of index.keys.entries()) {
    const { equals, exact: isExact } = fields.get(name) ?? {}
    // Of fields below one array only the first can narrow: the others may be met by other elements.
    if (!equals || direction === '2dsphere' || (index.multi.includes(n) && arrays++)) break
    const parts = distinctParts(equals, direction)
    if (prefixes.length * parts.length > rangesAtMost) break
    prefixes = prefixes.flatMap(prefix => parts.map(part => Buffer.concat([prefix, part])))
    exact &&= isExact === true
    used++
    narrowed++
    score += index === idIndex ? 100 : 10
  }
  let ranges = prefixes.map(prefix => ({ from: prefix, to: behind(prefix), prefix: prefix.length }))
  const next = index.keys[used]
  const condition = next && fields.get(next.name)
  const isMulti = index.multi.includes(used)
  if (next && condition && !(isMulti && arrays)) {
    const span =
      next.direction === '2dsphere' ? cellsOf(condition) : spanOf(condition, next.direction, isMulti)
    if (span && span.ranges.length * prefixes.length <= rangesAtMost) {
      ranges = prefixes.flatMap(prefix =>
        span.ranges.map(({ from, to }) => ({
          from: Buffer.concat([prefix, from]),
          to: Buffer.concat([prefix, to]),
          prefix: prefix.length,
        })),
      )
      exact &&= span.exact
      narrowed++
      score += 3
    }
  }
  const direction = orderDirection(index, used, order, fields)
  if (direction && order.length) score += 5
  if (!score) return undefined
  return {
    index,
    ranges,
    backwards: direction === -1,
    ordered: !order.length || direction !== 0,
    exact: exact && narrowed === fields.size,
    narrows: narrowed > 0,
    once: !index.multi.length && !index.keys.some(({ direction: kind }) => kind === '2dsphere'),
    score,
  }
}

const distinctParts = (values: Value[], direction: string): Buffer[] => {
  const parts = values.map(value => (direction === '-1' ? inverted(orderedKey(value)) : orderedKey(value)))
  if (parts.length < 2) return parts
  const distinct = new Map(parts.map(part => [part.toString('latin1'), part]))
  return [...distinct.values()].sort((a, b) => Buffer.compare(a, b))
}

const cellsOf = ({ boxes }: Condition) => boxes && { ranges: boxes.flatMap(cellRanges), exact: false }

/** Bounds within the type of their value, as MongoDB brackets them: `$gt: ''` finds strings only. */
const spanOf = (condition: Condition, direction: string, isMulti: boolean) => {
  const { above } = condition
  let { below, exact } = condition
  // Two elements of an array may meet one bound each: only one of them narrows.
  if (above && below && (isMulti || !areOfOneType(condition))) {
    below = undefined
    exact = false
  }
  if (!above && !below) return undefined
  const some = orderedKey((above ?? below)?.value)
  const low = above && orderedKey(above.value)
  const high = below && orderedKey(below.value)
  if (direction !== '-1') {
    const from = low ? (above?.inclusive ? low : behind(low)) : typeStart(some)
    const to = high ? (below?.inclusive ? behind(high) : high) : typeEnd(some)
    return { ranges: [{ from, to }], exact }
  }
  // Keys of falling order are inverted, so the ends change places.
  const from = high
    ? below?.inclusive
      ? inverted(high)
      : behind(inverted(high))
    : inverted(some.subarray(0, 1))
  const to = low
    ? above?.inclusive
      ? behind(inverted(low))
      : inverted(low)
    : behind(inverted(typeStart(some)))
  return { ranges: [{ from, to }], exact }
}

/** 1 or -1 when reading the index forwards or backwards gives the order, 0 when neither does. */
const orderDirection = (
  index: BuiltIndex,
  used: number,
  order: Order,
  fields: Conditions['fields'],
): 1 | -1 | 0 => {
  const isMulti = (field: string) => index.multi.some(n => index.keys[n]?.name === field)
  const isOneValue = (field: string) =>
    fields.get(field)?.equals?.length === 1 &&
    index.keys.findIndex(({ name }) => name === field) < used &&
    !isMulti(field)
  // A field that equals one value does not disturb the order, wherever it stands in it.
  const asked = order.filter(([field]) => !isOneValue(field))
  if (!asked.length) return 1
  const rest = index.keys.slice(used)
  const signs = asked.map(([field, direction], n) => {
    const key = rest[n]
    return key?.name === field && key.direction !== '2dsphere' && !isMulti(field)
      ? Number(key.direction) * direction
      : 0
  })
  if (signs.every(sign => sign === 1)) return 1
  return signs.every(sign => sign === -1) ? -1 : 0
}
