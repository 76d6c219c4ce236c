import { doubled, Found, type Hit, type WordSet } from './found'
import { deepest, strings, walkOver } from './walk'

/** The most characters that `…` in a word stands for. */
const gap = 6

/** Any number of word sets, found in one pass over a text. */
export class Lexicon {
  /** The last word that ends at a node, by its number; 0 when none does. */
  private ends = new Int32Array(1024)
  /** Of each word its set, and the word that ends at the same node. */
  private readonly sets: WordSet[] = [0]
  private readonly others: number[] = [0]
  /** The parts that follow after a gap, of those that have any. */
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
      this.makeRoom()
      if (this.has(node, set, rest)) continue
      this.others.push(this.ends[node]!)
      const added = (this.ends[node] = this.sets.push(set) - 1)
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
    this.makeRoom()
    const { numbers, nodes } = walkOver(text)
    for (let start = 0; start < text.length; start++) {
      let [node, end] = [0, start]
      for (const last = start + deepest; end < last;) {
        node = nodes[start * deepest + (end - start)]!
        if (!node) break
        this.note(node, text, start, ++end, found)
      }
      while (node && end < text.length) {
        node = strings.step(node, numbers[end]!)
        if (node) this.note(node, text, start, ++end, found)
      }
    }
    if (seen)
      for (const word in seen)
        for (const { start, end } of seen[word]!)
          for (let same = this.ends[strings.add(word)] ?? 0; same; same = this.others[same]!)
            found.note(this.sets[same]!, start, end)
    return found
  }

  /** Notes the words that end at a node. */
  private note(node: number, text: string, start: number, end: number, found: Found): void {
    for (let word = this.ends[node]!; word; word = this.others[word]!) {
      const rest = this.rests.size ? this.rests.get(word) : undefined
      const last = rest ? endOf(rest, text, end) : end
      if (last) found.note(this.sets[word]!, start, last)
    }
  }

  /** Others make nodes too. */
  private makeRoom(): void {
    while (this.ends.length < strings.nodes) this.ends = doubled(this.ends)
  }

  /** Whether a set has the word; sets are taken up one after the other, so its words are the last ones. */
  private has(node: number, set: WordSet, rest: readonly string[]): boolean {
    for (let word = this.ends[node]!; word && this.sets[word] === set; word = this.others[word]!)
      if ((this.rests.get(word) ?? []).join('…') === rest.join('…')) return true
    return false
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
