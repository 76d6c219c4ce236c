import type { Condition, Conditions } from './conditions'
import type { Value } from './document'
import type { Index } from './indexes'
import { inverted, orderedKey, typeEnd, typeStart } from './orderedKey'

export type Order = [field: string, direction: 1 | -1][]

/** Keys from `from` up to but without `to`. */
export interface Range {
  from: Buffer
  to: Buffer
}

/** How a query is answered through an index. */
export interface Plan {
  index: Index
  ranges: Range[]
  backwards: boolean
  /** The index gives the order that was asked for. */
  ordered: boolean
  /** Every document listed matches: nothing is left to test. */
  exact: boolean
}

/** The best index for the conditions and the order; undefined when none helps. */
export const planFor = (
  indexes: readonly Index[],
  conditions: Conditions,
  order: Order,
): Plan | undefined => {
  let best: { plan: Plan; score: number } | undefined
  for (const index of indexes) {
    const candidate = tryIndex(index, conditions, order)
    if (candidate && (!best || candidate.score > best.score)) best = candidate
  }
  return best?.plan
}

const tryIndex = (index: Index, { fields, complete }: Conditions, order: Order) => {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let used = 0
  let score = 0
  let several = false
  for (const { name, direction } of index.keys) {
    const condition = fields.get(name)
    const values = condition && equalsOf(condition)
    if (!values || direction === '2dsphere') break
    several ||= values.length > 1
    prefixes = prefixes.flatMap(prefix =>
      values.map(value => Buffer.concat([prefix, part(value, direction)])),
    )
    used++
    score += 10
  }
  const next = index.keys[used]
  const bounds = next && next.direction !== '2dsphere' ? fields.get(next.name) : undefined
  let ranges = prefixes.map(prefix => ({ from: prefix, to: after(prefix) }))
  let ranged = 0
  if (next && bounds && ('above' in bounds || 'below' in bounds)) {
    const span = boundsOf(bounds, next.direction === '-1')
    ranges = prefixes.map(prefix => ({
      from: Buffer.concat([prefix, span.from]),
      to: Buffer.concat([prefix, span.to]),
    }))
    ranged = 1
    score += 3
  }
  const direction = several ? 0 : orderDirection(index, used, order, fields)
  if (direction && order.length) score += 5
  if (!score) return undefined
  return {
    score,
    plan: {
      index,
      ranges,
      backwards: direction === -1,
      ordered: !order.length || direction !== 0,
      exact: complete && used + ranged === fields.size,
    },
  }
}

const equalsOf = (condition: Condition): Value[] | undefined =>
  'equal' in condition ? [condition.equal as Value] : condition.oneOf && unique(condition.oneOf)

/** A value asked for twice is looked up once. */
const unique = (values: readonly Value[]): Value[] => [
  ...new Map(values.map(value => [orderedKey(value).toString('latin1'), value])).values(),
]

const part = (value: Value, direction: string): Buffer =>
  direction === '-1' ? inverted(orderedKey(value)) : orderedKey(value)

/** Bounds within the type of their value, as MongoDB brackets them: `$gt: ''` finds strings only. */
const boundsOf = ({ above, below }: Condition, falling: boolean): Range => {
  const some = orderedKey((above ?? below)?.value)
  // Bounds of two types leave nothing between them.
  if (above && below && orderedKey(below.value)[0] !== some[0]) return { from: some, to: some }
  const low = above
    ? above.inclusive
      ? orderedKey(above.value)
      : after(orderedKey(above.value))
    : typeStart(some)
  const high = below
    ? below.inclusive
      ? after(orderedKey(below.value))
      : orderedKey(below.value)
    : typeEnd(some)
  if (!falling) return { from: low, to: high }
  // Falling keys are inverted, so the ends change places, and "from here on" becomes "up to and with".
  return {
    from: below
      ? below.inclusive
        ? inverted(orderedKey(below.value))
        : after(inverted(orderedKey(below.value)))
      : after(inverted(typeEnd(some))).subarray(0, 1),
    to: above
      ? above.inclusive
        ? after(inverted(orderedKey(above.value)))
        : inverted(orderedKey(above.value))
      : Buffer.from([256 - (some[0] ?? 0)]),
  }
}

/** The first key behind every key that begins with this one. */
const after = (key: Buffer): Buffer => {
  const out = Buffer.from(key)
  for (let i = out.length - 1; i >= 0; i--) {
    if ((out[i] ?? 0) < 255) {
      out[i] = (out[i] ?? 0) + 1
      return out.subarray(0, i + 1)
    }
  }
  return Buffer.from([255, 255, 255, 255, 255, 255, 255, 255])
}

/** 1 or -1 when reading the index forwards or backwards gives the order, 0 when neither does. */
const orderDirection = (
  index: Index,
  used: number,
  order: Order,
  fields: Conditions['fields'],
): 1 | -1 | 0 => {
  // A field that equals one value does not disturb the order, wherever it stands in it.
  const asked = order.filter(([field]) => !('equal' in (fields.get(field) ?? {})))
  const rest = index.keys.slice(used)
  if (!asked.length) return 1
  const signs = asked.map(([field, direction], n) =>
    rest[n]?.name === field ? Number(rest[n].direction) * direction : 0,
  )
  if (signs.every(sign => sign === 1)) return 1
  return signs.every(sign => sign === -1) ? -1 : 0
}
