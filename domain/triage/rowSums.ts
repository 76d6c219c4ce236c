import { middle, rowBytes } from './unpackWeights'

/** Numbers of four bytes in a row. */
const words = rowBytes / 4

/** The second and the fourth byte of a number, moved out of the way, and the bytes that stay. */
const apart = 0x00ff00ff

/** Two halves of a number hold sums of so many bytes. */
const mostRows = 256

/**
 * Adds up rows of bytes. Four bytes lie in one number: split into two numbers with a byte in each half, two sums grow with
 * one addition. Sums are exact: halves are emptied before they could run over.
 */
export class RowSums {
  private readonly numbers: Int32Array

  constructor(rows: Uint8Array<ArrayBuffer>) {
    this.numbers = new Int32Array(rows.buffer, rows.byteOffset, rows.length / 4)
  }

  /** Into `sums`, for each output, Σ weight × times over the places from `from` up to `end`. Equal times in a row are quickest. */
  add(places: Int32Array, times: Uint8Array, from: number, end: number, sums: Int32Array): void {
    const { numbers } = this
    sums.fill(0)
    for (let at = from; at < end;) {
      const [first, factor] = [at, times[at]!]
      const last = Math.min(end, first + mostRows)
      while (at < last && times[at] === factor) at++
      const added = middle * (at - first)
      // Two numbers at a time: so many sums stay in registers.
      for (let word = 0; word < words; word += 2) {
        let [even, odd, nextEven, nextOdd] = [0, 0, 0, 0]
        for (let k = first; k < at; k++) {
          const number = places[k]! * words + word
          const [four, next] = [numbers[number]!, numbers[number + 1]!]
          even = (even + (four & apart)) | 0
          odd = (odd + ((four >>> 8) & apart)) | 0
          nextEven = (nextEven + (next & apart)) | 0
          nextOdd = (nextOdd + ((next >>> 8) & apart)) | 0
        }
        note(sums, 4 * word, even, odd, added, factor)
        note(sums, 4 * word + 4, nextEven, nextOdd, added, factor)
      }
    }
  }
}

/** Adds the four sums that lie in two numbers. */
const note = (
  sums: Int32Array,
  output: number,
  even: number,
  odd: number,
  added: number,
  factor: number,
): void => {
  sums[output]! += ((even & 0xffff) - added) * factor
  sums[output + 1]! += ((odd & 0xffff) - added) * factor
  sums[output + 2]! += ((even >>> 16) - added) * factor
  sums[output + 3]! += ((odd >>> 16) - added) * factor
}
