import { codeBits, type ModelData, outputs } from './modelData'

const width = outputs.length

/** The weights of a model, between -127 and 127, output by output within feature by feature. */
export const unpackWeights = ({ danger, codes, codebook }: ModelData): Int8Array => {
  const alarming = Buffer.from(danger, 'base64')
  const packed = Buffer.from(codes, 'base64')
  const weights = new Int8Array(alarming.length * width)
  let [at, bits, held] = [0, 0, 0]
  for (const [place, weight] of alarming.entries()) {
    weights[place * width] = weight
    for (let o = 1; o < width; o++) {
      while (held < codeBits) {
        bits = ((bits << 8) | packed[at++]!) & 0xffff
        held += 8
      }
      held -= codeBits
      weights[place * width + o] = codebook[(bits >> held) & ((1 << codeBits) - 1)]!
    }
  }
  return weights
}
