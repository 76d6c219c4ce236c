import { codeBits, type ModelData, outputs } from './modelData'

/** The outputs beside danger, the first being `outputs[1]`; a row of so many bytes is read as whole numbers of four. */
export const rowBytes = outputs.length - 1

/** What is added to a weight to make it a byte without a sign. */
export const middle = 128

/** The weights of a model, between -127 and 127. */
export interface Weights {
  /** Of each feature for danger: all that is asked of every passage lies close together. */
  danger: Int8Array
  /** Row by row for the other outputs, `middle` added. */
  rows: Uint8Array<ArrayBuffer>
}

export const unpackWeights = ({ danger, codes, codebook }: ModelData): Weights => {
  const alarming = Buffer.from(danger, 'base64')
  const packed = Buffer.from(codes, 'base64')
  const rows = new Uint8Array(alarming.length * rowBytes)
  const bytes = Uint8Array.from(codebook, weight => weight + middle)
  const mask = (1 << codeBits) - 1
  let [at, bits, held] = [0, 0, 0]
  for (let i = 0; i < rows.length; i++) {
    while (held < codeBits) {
      bits = ((bits << 8) | packed[at++]!) & 0xffff
      held += 8
    }
    held -= codeBits
    rows[i] = bytes[(bits >> held) & mask]!
  }
  return { danger: new Int8Array(alarming.buffer, alarming.byteOffset, alarming.length), rows }
}
