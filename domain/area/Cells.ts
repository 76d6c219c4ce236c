import type { PackedCells } from './packCells'
import { leafFlags, leafWords, treeBits } from './packLeaf'

/** Cells as they are read. */
export type CellWords = Omit<PackedCells, 'words'> & { words: Int32Array }

/** Which areas lie at a point, from cells as `packCells` wrote them. Nothing is unpacked. */
export class Cells {
  private readonly words: Int32Array

  constructor(private readonly packed: CellWords) {
    this.words = packed.words
  }

  /**
   * The lowest area that contains a point or has it on its border, for each tree that has one: even–odd rule over the rings,
   * so holes are outside. All products stay below 2^53 for edges up to nine degrees long, so the answer is exact.
   * https://wrfranklin.org/Research/Short_Notes/pnpoly.html
   */
  at(x: number, y: number): number[] {
    const { words } = this
    const homes: number[] = []
    let leaf = this.leafAt(x - this.packed.west, y - this.packed.south)
    while (leaf !== nothing) {
      const head = words[leaf] as number
      const first = leaf + leafWords
      const chains = first + (head & leafFlags.count)
      const end = chains + (words[leaf + 1] as number)
      let inside = this.around(leaf, chains, end, x, y)
      for (let at = first; inside; at++, inside >>>= 1) {
        if (!(inside & 1)) continue
        const named = words[at] as number
        const tree = named & treeMask
        // In the order of the areas: the first one found is the lowest.
        if (homes[tree] === undefined) homes[tree] = named >> treeBits
      }
      leaf = head & leafFlags.more ? end : nothing
    }
    return homes
  }

  /** The leaf at a point, counted from the corner of the ground. */
  private leafAt(dx: number, dy: number): number {
    const { bits, columns, rows } = this.packed
    const { words } = this
    if (dx < 0 || dy < 0) return nothing
    let shift = bits
    const [column, row] = [dx >>> shift, dy >>> shift]
    if (column >= columns || row >= rows) return nothing
    let word = words[row * columns + column] as number
    while (word >= 0) {
      shift--
      word = words[word + ((dx >>> shift) & 1) + ((dy >>> shift) & 1) * 2] as number
    }
    return ~word
  }

  /** A bit for each polygon of a leaf that a point lies in or on the border of. */
  private around(leaf: number, chains: number, end: number, x: number, y: number): number {
    const { words } = this
    const head = words[leaf] as number
    const wide = head & leafFlags.wide ? 1 : 0
    const isWestward = (head & leafFlags.westward) > 0
    const px = x - (words[leaf + 2] as number)
    const py = y - (words[leaf + 3] as number)
    let inside = head >>> 8
    let border = 0
    for (let at = chains; at < end;) {
      const owners = (words[at] as number) >>> 8
      const last = at + 1 + (((words[at] as number) & 255) << wide)
      let x1 = wide ? (words[at + 1] as number) : (words[at + 1] as number) & 0xffff
      let y1 = wide ? (words[at + 2] as number) : (words[at + 1] as number) >>> 16
      if (x1 === px && y1 === py) border |= owners
      for (let i = at + 2 + wide; i < last; i += 1 + wide) {
        const x2 = wide ? (words[i] as number) : (words[i] as number) & 0xffff
        const y2 = wide ? (words[i + 1] as number) : (words[i] as number) >>> 16
        if (y1 > py !== y2 > py) {
          const a = (px - x1) * (y2 - y1)
          const b = (x2 - x1) * (py - y1)
          if (a === b) border |= owners
          if ((a < b === y2 > y1) !== isWestward) inside ^= owners
        } else if (y2 === py && (x2 === px || (y1 === py && x1 < px !== x2 < px))) {
          border |= owners
        }
        x1 = x2
        y1 = y2
      }
      at = last
    }
    return inside | border
  }
}

const treeMask = 2 ** treeBits - 1
/** The complement of an empty cell's word. */
const nothing = 0
