import { databaseError, ServiceError } from '../serviceError'
import type { Fields, Value } from './value'

// Canonical MongoDB Extended JSON v2, in which documents travel and are stored.
// https://www.mongodb.com/docs/manual/reference/mongodb-extended-json/

/**
 * EJSON text to values: numbers of every kind become JS numbers, dates `Date`, ObjectIds their hex string, and
 * `$tcb_server_date` the server's time `now` (ms) plus its offset, as the service does it.
 * @throws `INVALID_PARAM` when the text is no JSON
 */
export const parseEjson = <T = Value>(text: string, now = 0): T => {
  try {
    return revive(JSON.parse(text) as Value, now) as T
  } catch (error) {
    if (error instanceof ServiceError) throw error
    throw new ServiceError('INVALID_PARAM', `not valid EJSON: ${(error as Error).message}`)
  }
}

/** Values to canonical EJSON. Members that are `undefined` are left out; in an array they become `null`. */
export const formatEjson = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'number':
      return formatNumber(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      break
    default:
      return 'null'
  }
  if (value === null) return 'null'
  if (Array.isArray(value)) return `[${value.map(formatEjson).join(',')}]`
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`
  if (value instanceof RegExp) {
    const options = [...value.flags].filter(flag => 'imsu'.includes(flag)).join('')
    return `{"$regularExpression":{"pattern":${JSON.stringify(value.source)},"options":"${options}"}}`
  }
  let text = '{'
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key]
    if (item === undefined) continue
    text += `${text.length > 1 ? ',' : ''}${JSON.stringify(key)}:${formatEjson(item)}`
  }
  return text + '}'
}

const formatNumber = (value: number): string => {
  if (Number.isInteger(value)) {
    if (value === (value | 0)) return `{"$numberInt":"${value | 0}"}`
    if (Math.abs(value) < 2 ** 63) return `{"$numberLong":"${BigInt(value)}"}`
  }
  return `{"$numberDouble":"${value}"}`
}

const revive = (value: Value, now: number): Value => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = revive(value[i] as Value, now)
    return value
  }
  const record = value as Record<string, Value>
  let first = true
  for (const key in record) {
    if (first && key.charCodeAt(0) === 36 /* $ */) {
      const read = readers[key]
      if (read) return read(record[key] as Value, now)
    }
    first = false
    // Assigning to this name changes what an object inherits from: nothing good is called so.
    if (key === '__proto__') throw databaseError(`'__proto__' cannot be the name of a field here`)
    const item = record[key] as Value
    if (typeof item === 'object' && item !== null) record[key] = revive(item, now)
  }
  return record
}

const readers: Record<string, ((content: Value, now: number) => Value) | undefined> = {
  $numberInt: Number,
  $numberLong: Number,
  $numberDouble: Number,
  $numberDecimal: Number,
  $oid: content => content,
  $date: (content, now) => {
    const instant = revive(content, now)
    return new Date(instant as number | string)
  },
  $regularExpression: content => {
    const { pattern, options = '' } = content as { pattern: string; options?: string }
    return regularExpression(pattern, options)
  },
  $tcb_server_date: (content, now) => {
    const { offset } = revive(content, now) as Fields
    return new Date(now + Number(offset ?? 0))
  },
}

/**
 * A regular expression with MongoDB's options. What PCRE has and JavaScript has not: `x` (spaces and comments in the
 * pattern) and flags at its beginning, `(?i)`, are taken out by hand.
 * @throws when the pattern is none
 */
export const regularExpression = (pattern: string, options: string): RegExp => {
  const [inline = '', letters = ''] = /^\(\?([imsx]+)\)/.exec(pattern) ?? []
  const given = options + letters
  const bare = pattern.slice(inline.length)
  const source = given.includes('x')
    ? bare.replace(/\\.|\s+|#.*$/gm, part => (part[0] === '\\' ? part : ''))
    : bare
  const flags = [...new Set(given)].filter(flag => 'imsu'.includes(flag)).join('')
  try {
    return new RegExp(source, flags)
  } catch (error) {
    throw databaseError(`Regular expression is invalid: ${(error as Error).message}`)
  }
}
