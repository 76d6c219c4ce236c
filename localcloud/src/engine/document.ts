/** A value as documents hold it: JSON, and `Date`, `RegExp`. */
export type Value =
  null | boolean | number | string | Date | RegExp | Value[] | { [key: string]: Value | undefined }

/** A stored document. */
export interface Document {
  _id: string | number
  [key: string]: Value | undefined
}

/**
 * EJSON text to values: numbers of every kind become JS numbers, dates `Date`, ObjectIds their hex string, and
 * `$tcb_server_date` the server's time plus its offset, as the service does it.
 */
export const parseEjson = <T = Value>(text: string, now: number): T =>
  revive(JSON.parse(text) as Value, now) as T

const revive = (value: Value | undefined, now: number): Value | undefined => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(item => revive(item, now) as Value)
  const record = value as Record<string, Value>
  const keys = Object.keys(record)
  const [key] = keys
  if (keys.length <= 2 && key?.startsWith('$')) {
    if (key === '$numberInt' || key === '$numberLong' || key === '$numberDouble') return Number(record[key])
    if (key === '$date') return new Date(dateOf(record.$date as Value))
    if (key === '$oid') return record.$oid
    if (key === '$tcb_server_date') {
      const { offset } = revive(record.$tcb_server_date, now) as { offset?: number }
      return new Date(now + (offset ?? 0))
    }
    if (key === '$regularExpression') {
      const { pattern, options } = record.$regularExpression as { pattern: string; options: string }
      return new RegExp(pattern, options.replace(/[^gimsuy]/g, ''))
    }
  }
  const out: Record<string, Value> = {}
  for (const name of keys) out[name] = revive(record[name], now) as Value
  return out
}

const dateOf = (value: Value): number | string =>
  typeof value === 'object' && value !== null && '$numberLong' in value
    ? Number((value as Record<string, Value>).$numberLong)
    : (value as number | string)

/** Values to the EJSON text that is stored and sent. Plain numbers stay plain: the SDK reads relaxed EJSON. */
export const formatEjson = (value: unknown): string => JSON.stringify(value, replacer)

// `this[key]` is the value before `Date.prototype.toJSON` has turned it into a string.
function replacer(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const raw = this[key]
  if (raw instanceof Date) return { $date: { $numberLong: String(raw.getTime()) } }
  if (raw instanceof RegExp) return { $regularExpression: { pattern: raw.source, options: raw.flags } }
  if (typeof raw === 'number' && !Number.isFinite(raw)) return { $numberDouble: String(raw) }
  return value
}

/** The values at a dotted path: through arrays there may be several; none when the path leads nowhere. */
export const valuesAt = (value: Value | undefined, path: string): (Value | undefined)[] => {
  const dot = path.indexOf('.')
  const [head, rest] = dot < 0 ? [path, ''] : [path.slice(0, dot), path.slice(dot + 1)]
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof RegExp)
    return [undefined]
  if (Array.isArray(value) && !/^\d+$/.test(head)) {
    const all = value.flatMap(item => valuesAt(item, path))
    return all.length ? all : [undefined]
  }
  const next = (value as Record<string, Value>)[head]
  return rest ? valuesAt(next, rest) : [next]
}
