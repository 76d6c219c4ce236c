import { typeRank } from './compare'
import type { Value } from './value'

/** The byte above every key of the type that begins with `key`. */
export const typeEnd = (key: Buffer): Buffer => Buffer.from([(key[0] ?? 0) + 1])

/** The first key of the type of a value that a range can find: NaN is a number, but neither above nor below one. */
export const typeStart = (key: Buffer): Buffer =>
  key[0] === 10 ? Buffer.from([10, 0, 0, 0, 0, 0, 0, 0, 1]) : key.subarray(0, 1)

/** The key of an empty array in a multikey index: below null. */
export const emptyArrayKey = Buffer.from([4])

/** The byte that keys of places on the sphere begin with. */
export const cellByte = 90

/** A value as bytes whose order is MongoDB's order of values. */
export const orderedKey = (value: Value | undefined): Buffer => {
  const rank = typeRank(value)
  switch (rank) {
    case 10:
      return number(rank, value as number)
    case 20:
      return text(rank, value as string)
    case 30:
      // The order of members: type first, then name, then value.
      return nested(
        rank,
        Object.entries(value as object).flatMap(([name, item]: [string, Value]) => [
          text(typeRank(item), name),
          orderedKey(item),
        ]),
      )
    case 40:
      return nested(rank, (value as Value[]).map(orderedKey))
    case 60:
      return Buffer.from([rank, value ? 1 : 0])
    case 70:
      return number(rank, (value as Date).getTime())
    case 80:
      return text(rank, String(value))
    default:
      return Buffer.from([rank])
  }
}

/** The same key in falling order. */
export const inverted = (key: Buffer): Buffer => {
  const out = Buffer.allocUnsafe(key.length)
  for (let i = 0; i < key.length; i++) out[i] = 255 - (key[i] as number)
  return out
}

/** The first key behind every key that begins with this one. */
export const behind = (key: Buffer): Buffer => {
  for (let i = key.length - 1; i >= 0; i--) {
    if ((key[i] as number) === 255) continue
    const out = Buffer.from(key.subarray(0, i + 1))
    out[i] = (out[i] as number) + 1
    return out
  }
  return Buffer.alloc(16, 255)
}

const number = (rank: number, value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(9)
  bytes[0] = rank
  if (Number.isNaN(value)) return bytes.fill(0, 1)
  // -0 and 0 are one number.
  bytes.writeDoubleBE(value === 0 ? 0 : value, 1)
  // IEEE 754 sorts as unsigned bytes when positive numbers get the sign bit and negative ones are inverted.
  if ((bytes[1] as number) & 0x80) for (let i = 1; i < 9; i++) bytes[i] = 255 - (bytes[i] as number)
  else bytes[1] = (bytes[1] as number) | 0x80
  return bytes
}

const text = (rank: number, value: string): Buffer => {
  // A zero inside is 00 FF and the end is 00 00, so that a prefix sorts before what it begins.
  const escaped = value.includes('\0') ? value.replaceAll('\0', '\0\u{10ffff}') : value
  const size = Buffer.byteLength(escaped)
  const out = Buffer.allocUnsafe(size + 3)
  out[0] = rank
  out.write(escaped, 1)
  out[size + 1] = 0
  out[size + 2] = 0
  return out
}

const nested = (rank: number, parts: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([rank]), ...parts, Buffer.from([0])])
