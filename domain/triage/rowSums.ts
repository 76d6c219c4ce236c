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
  private readonly halves = new Int32Array(2 * words)

  constructor(rows: Uint8Array<ArrayBuffer>) {
    this.numbers = new Int32Array(rows.buffer, rows.byteOffset, rows.length / 4)
  }

  /** Into `sums`, for each output, Σ weight × times over the places from `from` up to `end`. Runs of equal times are quickest. */
  add(places: Int32Array, times: Uint8Array, from: number, end: number, sums: Int32Array): void {
    const { numbers, halves } = this
    sums.fill(0)
    let at = from
    while (at < end) {
      const [first, factor] = [at, times[at]!]
      const stop = Math.min(end, first + mostRows)
      halves.fill(0)
      for (; at < stop && times[at] === factor; at++) {
        const row = places[at]! * words
        for (let i = 0; i < words; i++) {
          const four = numbers[row + i]!
          halves[2 * i]! += four & apart
          halves[2 * i + 1]! += (four >>> 8) & apart
        }
      }
      const added = middle * (at - first)
      for (let i = 0; i < words; i++) {
        const [even, odd] = [halves[2 * i]!, halves[2 * i + 1]!]
        sums[4 * i]! += ((even & 0xffff) - added) * factor
        sums[4 * i + 1]! += ((odd & 0xffff) - added) * factor
        sums[4 * i + 2]! += ((even >>> 16) - added) * factor
        sums[4 * i + 3]! += ((odd >>> 16) - added) * factor
      }
    }
  }
}
