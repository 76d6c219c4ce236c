/** Where a word stands in a text: from `start` up to, not including, `end`. */
export interface Hit {
  start: number
  end: number
}

/** A set of words, by its number in the lexicon. */
export type WordSet = number

/** No more hits in a set. */
export const none = -1

/**
 * Where the words of each set stand in a text, in its order. The lists are used again for the next text: what was found
 * holds until then.
 */
export class Found {
  private readonly heads: Int32Array
  private readonly tails: Int32Array
  /** The sets that have hits. */
  private readonly touched: Int32Array
  private sets = 0
  /** Made once and moved for every text. */
  private readonly hits: Hit[] = []
  private nexts = new Int32Array(256)
  private length = 0

  constructor(sets: number) {
    this.heads = new Int32Array(sets).fill(none)
    this.tails = new Int32Array(sets)
    this.touched = new Int32Array(sets)
  }

  clear(): void {
    for (let i = 0; i < this.sets; i++) this.heads[this.touched[i]!] = none
    this.sets = 0
    this.length = 0
  }

  note(set: WordSet, start: number, end: number): void {
    const hit = this.length++
    if (hit === this.hits.length) this.hits.push({ start, end })
    else {
      const old = this.hits[hit]!
      old.start = start
      old.end = end
    }
    if (hit === this.nexts.length) this.nexts = doubled(this.nexts)
    this.nexts[hit] = none
    if (this.heads[set] === none) {
      this.heads[set] = hit
      this.touched[this.sets++] = set
    } else this.nexts[this.tails[set]!] = hit
    this.tails[set] = hit
  }

  /** How many sets have hits, and which, in the order they were found in. */
  get count(): number {
    return this.sets
  }
  set(i: number): WordSet {
    return this.touched[i]!
  }

  has(set: WordSet): boolean {
    return this.heads[set] !== none
  }

  /** The number of the first hit of a set, and of the one after a hit; `none` when there is no other. */
  first(set: WordSet): number {
    return this.heads[set]!
  }
  next(hit: number): number {
    return this.nexts[hit]!
  }
  start(hit: number): number {
    return this.hits[hit]!.start
  }
  end(hit: number): number {
    return this.hits[hit]!.end
  }

  /** The hit of a number; it holds until the next text. */
  hit(hit: number): Hit {
    return this.hits[hit]!
  }

  /** Whether a hit of a set begins between two places. */
  isBetween(set: WordSet, from: number, end: number): boolean {
    for (let hit = this.heads[set]!; hit !== none; hit = this.nexts[hit]!) {
      const { start } = this.hits[hit]!
      if (from <= start && start < end) return true
    }
    return false
  }

  /** The hits of a set; they hold until the next text. */
  of(set: WordSet): readonly Hit[] {
    let hit = this.heads[set]!
    if (hit === none) return nothing
    const hits: Hit[] = []
    for (; hit !== none; hit = this.nexts[hit]!) hits.push(this.hits[hit]!)
    return hits
  }

  /** The hits of a set that no hit of another touches: 没 but not in 没人管. */
  but(set: WordSet, except: WordSet): readonly Hit[] {
    const hits = this.of(set)
    if (!hits.length || !this.has(except)) return hits
    const covers = this.of(except)
    return hits.filter(hit => !covers.some(({ start, end }) => start < hit.end && hit.start < end))
  }
}

const nothing: readonly Hit[] = []

/** The same numbers with room for as many again. */
export const doubled = (list: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const longer = new Int32Array(list.length * 2)
  longer.set(list)
  return longer
}
