import type { CellWords } from './Cells'
import { leafFlags, leafWords, treeBits } from './packLeaf'

/** An area and how far away it is, in units of latitude. */
export interface Nearest {
  area: number
  distance: number
}

/** Which border is nearest, from cells as `packCells` wrote them. */
export class Borders {
  constructor(private readonly packed: CellWords) {}

  /**
   * The area of a tree whose border is nearest, of several the lowest. `shrink` is how much shorter a unit of longitude is
   * there than one of latitude. Undefined when the tree has no areas.
   */
  nearest(tree: number, x: number, y: number, shrink: number): Nearest | undefined {
    const { west, south, bits, columns, rows, words } = this.packed
    const best: Nearest = { area: nobody, distance: Infinity }
    /** A square two to a power units wide: above `bits` it is many cells, below a word says what it is. */
    const look = (left: number, low: number, power: number, known: number): void => {
      // A centimetre more for what is rounded: of two equally near the lower one must be seen.
      if (boxDistance(left - x, low - y, 2 ** power, shrink) > best.distance + 1) return
      let word = known
      if (power >= bits) {
        const [column, row] = [(left - west) / 2 ** bits, (low - south) / 2 ** bits]
        if (column >= columns || row >= rows) return
        if (power === bits) word = words[row * columns + column] as number
      }
      if (word < 0 && power <= bits) {
        this.compare(~word, tree, x, y, shrink, best)
        return
      }
      // The quarter the point lies in or at first, the one across last.
      const half = 2 ** (power - 1)
      const nearest = Number(x >= left + half) + Number(y >= low + half) * 2
      for (let other = 0; other < 4; other++) {
        const n = nearest ^ other
        look(
          left + (n & 1) * half,
          low + (n >> 1) * half,
          power - 1,
          power <= bits ? (words[word + n] as number) : -1,
        )
      }
    }
    look(west, south, bits + Math.ceil(Math.log2(Math.max(columns, rows, 1))), -1)
    return best.area === nobody ? undefined : best
  }

  /** Puts the nearest border of a tree's areas in a leaf into `best` when it is nearer, or as near and lower. */
  private compare(begins: number, tree: number, x: number, y: number, shrink: number, best: Nearest): void {
    const { words } = this.packed
    let leaf = begins
    while (leaf !== nothing) {
      const head = words[leaf] as number
      const first = leaf + leafWords
      const chains = first + (head & leafFlags.count)
      const end = chains + (words[leaf + 1] as number)
      const wide = head & leafFlags.wide ? 1 : 0
      let at = chains
      while (at < end) {
        const distance = this.toChain(leaf, at, wide, x, y, shrink)
        if (distance <= best.distance) {
          let owners = (words[at] as number) >>> 8
          for (let owner = first; owners; owner++, owners >>>= 1) {
            const named = words[owner] as number
            const area = named >> treeBits
            if (!(owners & 1) || (named & treeMask) !== tree) continue
            if (distance === best.distance && area > best.area) continue
            best.area = area
            best.distance = distance
          }
        }
        at += 1 + (((words[at] as number) & 255) << wide)
      }
      leaf = head & leafFlags.more ? end : nothing
    }
  }

  private toChain(leaf: number, at: number, wide: number, x: number, y: number, shrink: number): number {
    const { words } = this.packed
    const left = (words[leaf + 2] as number) - x
    const low = (words[leaf + 3] as number) - y
    const last = at + 1 + (((words[at] as number) & 255) << wide)
    let best = Infinity
    let [x1, y1] = [0, 0]
    for (let i = at + 1; i < last; i += 1 + wide) {
      const x2 = ((wide ? (words[i] as number) : (words[i] as number) & 0xffff) + left) * shrink
      const y2 = (wide ? (words[i + 1] as number) : (words[i] as number) >>> 16) + low
      if (i > at + 1) best = Math.min(best, distanceToSegment(x1, y1, x2, y2))
      x1 = x2
      y1 = y2
    }
    return best
  }
}

const nobody = -1
const treeMask = 2 ** treeBits - 1
/** The complement of an empty cell's word. */
const nothing = 0

/** Units from the origin to a square, by its south-western corner. */
const boxDistance = (left: number, low: number, side: number, shrink: number): number =>
  Math.hypot(Math.max(0, left, -left - side) * shrink, Math.max(0, low, -low - side))

/** From the origin to a segment. */
const distanceToSegment = (x1: number, y1: number, x2: number, y2: number): number => {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const along = dx || dy ? -(x1 * dx + y1 * dy) / (dx * dx + dy * dy) : 0
  const t = Math.max(0, Math.min(1, along))
  return Math.hypot(x1 + t * dx, y1 + t * dy)
}
