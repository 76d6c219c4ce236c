// The few lines of protobuf that the open APIs need. https://protobuf.dev/programming-guides/encoding/

/** The fields of a message, each with its values in order: numbers, or bytes of strings and messages. */
export type Message = Map<number, (number | Buffer)[]>

/** Reads a message. @throws when it is cut off or uses another wire type */
export const readMessage = (bytes: Buffer): Message => {
  const message: Message = new Map()
  let at = 0
  const varint = (): number => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++]
      if (byte === undefined || shift > 63n) throw new Error('the protobuf message is cut off')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return Number(BigInt.asIntN(64, value))
    }
  }
  while (at < bytes.length) {
    const tag = varint()
    const values = message.get(tag >> 3) ?? []
    message.set(tag >> 3, values)
    if ((tag & 7) === 0) values.push(varint())
    else if ((tag & 7) === 2) {
      const length = varint()
      if (at + length > bytes.length) throw new Error('the protobuf message is cut off')
      values.push(bytes.subarray(at, at + length))
      at += length
    } else throw new Error(`protobuf wire type ${tag & 7} is not expected here`)
  }
  return message
}

/** The text of a field; undefined when it is not there. */
export const textOf = (message: Message, field: number): string | undefined => {
  const [value] = message.get(field) ?? []
  return Buffer.isBuffer(value) ? value.toString() : undefined
}

/** Writes a message: numbers as varints, strings and buffers with their length. */
export const writeMessage = (fields: [field: number, value: number | string | Buffer][]): Buffer =>
  Buffer.concat(
    fields.flatMap(([field, value]) => {
      if (typeof value === 'number') return [varint(field << 3), varint(value)]
      const bytes = Buffer.from(value as string)
      return [varint((field << 3) | 2), varint(bytes.length), bytes]
    }),
  )

// A negative number takes ten bytes.
const varint = (value: number): Buffer => {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  for (; rest >= 0x80n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80)
  bytes.push(Number(rest))
  return Buffer.from(bytes)
}
