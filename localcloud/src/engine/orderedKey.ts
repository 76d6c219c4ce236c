import type { Value } from './document'

// MongoDB's order of types. https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
const order = {
  nothing: 4,
  null: 5,
  number: 10,
  string: 20,
  object: 30,
  array: 40,
  boolean: 60,
  date: 70,
  regex: 80,
}

/** The byte above every key of the type that begins with `byte`. */
export const typeEnd = (key: Buffer): Buffer => Buffer.from([(key[0] ?? 0) + 1])

/** The first key of the type of a value, and of nothing else. */
export const typeStart = (key: Buffer): Buffer => key.subarray(0, 1)

/** A value as bytes whose order is MongoDB's order of values. */
export const orderedKey = (value: Value | undefined): Buffer => {
  if (value === undefined || value === null) return Buffer.from([order.null])
  if (typeof value === 'number') return number(order.number, value)
  if (typeof value === 'string') return text(order.string, value)
  if (typeof value === 'boolean') return Buffer.from([order.boolean, value ? 1 : 0])
  if (value instanceof Date) return number(order.date, value.getTime())
  if (value instanceof RegExp) return text(order.regex, `${value.source}/${value.flags}`)
  if (Array.isArray(value)) return nested(order.array, value.map(orderedKey))
  return nested(
    order.object,
    Object.entries(value).flatMap(([name, item]) => [text(order.string, name), orderedKey(item)]),
  )
}

/** The key of an empty array in a multikey index: below null. */
export const emptyArrayKey = Buffer.from([order.nothing])

/** The same key in falling order. */
export const inverted = (key: Buffer): Buffer => Buffer.from(key.map(byte => 255 - byte))

/** Compares two values in MongoDB's order. */
export const compareValues = (a: Value | undefined, b: Value | undefined): number =>
  Buffer.compare(orderedKey(a), orderedKey(b))

const number = (type: number, value: number): Buffer => {
  const bytes = Buffer.alloc(9)
  bytes[0] = type
  // -0 and 0 are one number.
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  // IEEE 754 sorts as unsigned bytes when positive numbers get the sign bit and negative ones are inverted.
  if ((bytes[1] ?? 0) & 0x80) for (let i = 1; i < 9; i++) bytes[i] = 255 - (bytes[i] ?? 0)
  else bytes[1] = (bytes[1] ?? 0) | 0x80
  return bytes
}

const text = (type: number, value: string): Buffer => {
  const utf8 = Buffer.from(value)
  // A zero inside is 00 FF and the end is 00 00, so that a prefix sorts before what it begins.
  const body = utf8.includes(0)
    ? Buffer.from([...utf8].flatMap(byte => (byte === 0 ? [0, 255] : [byte])))
    : utf8
  return Buffer.concat([Buffer.from([type]), body, Buffer.from([0, 0])])
}

const nested = (type: number, parts: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([type]), ...parts, Buffer.from([0])])
