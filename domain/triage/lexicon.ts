import { doubled, Found, type Hit, type WordSet } from './found'
import { deepest, strings, walkOver } from './walk'

/** The most characters that `…` in a word stands for. */
const gap = 6

/** Any number of word sets, found in one pass over a text. */
export class Lexicon {
  /** The last word that ends at a node, by its number; 0 when none does. */
  private ends = new Int32Array(1024)
  /** Words are at nodes before this one. */
  private known = 0
  /** Of each word its set, below 0 where parts follow after a gap; then the word that ends at the same node. */
  private words = new Int32Array(1024)
  private count = 1
  private readonly rests = new Map<number, readonly string[]>()
  private size = 0
  private found: Found | undefined

  /** Takes up a set of words, in which `…` stands for up to six characters. */
  add(words: Iterable<string>): WordSet {
    const set = this.size++
    this.found = undefined
    for (const word of words) {
      const [first = '', ...rest] = word.includes('…') ? word.split('…') : [word]
      const node = strings.add(first)
      this.known = Math.max(this.known, node + 1)
      while (this.ends.length < this.known) this.ends = doubled(this.ends)
      if (this.has(node, set, rest)) continue
      const added = this.count++
      if (this.words.length < 2 * this.count) this.words = doubled(this.words)
      this.words[2 * added] = rest.length ? ~set : set
      this.words[2 * added + 1] = this.ends[node]!
      this.ends[node] = added
      if (rest.length) this.rests.set(added, rest)
    }
    return set
  }

  /**
   * Looks for all sets in `text`. `seen` are words that somebody else has found there: `#many`. What it gives holds until
   * it looks again.
   */
  find(text: string, seen?: Readonly<Record<string, readonly Hit[]>>): Found {
    const found = (this.found ??= new Found(this.size))
    found.clear()
    const { known } = this
    const { numbers, nodes } = walkOver(text)
    for (let start = 0; start < text.length; start++) {
      let [end, node] = [start, nodes[start * deepest]!]
      while (node && node < known) {
        this.note(this.ends[node]!, text, start, ++end, found)
        if (end - start < deepest) node = nodes[start * deepest + (end - start)]!
        else node = end < text.length ? strings.step(node, numbers[end]!) : 0
      }
    }
    if (seen)
      for (const word in seen)
        for (const { start, end } of seen[word]!)
          this.note(this.ends[strings.add(word)] ?? 0, '', start, end, found)
    return found
  }

  /** Notes a word and the others that end where it does. */
  private note(first: number, text: string, start: number, end: number, found: Found): void {
    for (let word = first; word; word = this.words[2 * word + 1]!) {
      const set = this.words[2 * word]!
      if (set >= 0) found.note(set, start, end)
      else {
        const last = endOf(this.rests.get(word)!, text, end)
        if (last) found.note(~set, start, last)
      }
    }
  }

  /** Whether a set has the word; sets are taken up one after the other, so its words are the last ones. */
  private has(node: number, set: WordSet, rest: readonly string[]): boolean {
    for (let word = this.ends[node]!; word && this.setOf(word) === set; word = this.words[2 * word + 1]!)
      if ((this.rests.get(word) ?? []).join('…') === rest.join('…')) return true
    return false
  }

  private setOf(word: number): WordSet {
    const set = this.words[2 * word]!
    return set < 0 ? ~set : set
  }
}

/** Where the last of the parts ends, each within the gap after the one before; 0 when one is not there. */
const endOf = (parts: readonly string[], text: string, from: number): number => {
  let end = from
  for (const part of parts) {
    const start = text.indexOf(part, end)
    if (start < 0 || start - end > gap) return 0
    end = start + part.length
  }
  return end
}
