import { numbersOf } from './alphabet'
import { doubled, Found, type Hit, type WordSet } from './found'
import { Trie } from './trie'

/** The most characters that `…` in a word stands for. */
const gap = 6

/** Any number of word sets, found in one pass over a text. */
export class Lexicon {
  private readonly trie = new Trie()
  /** The last word that ends at a node, by its number; 0 when none does. */
  private ends = new Int32Array(1024)
  /** Of each word its set, the parts that follow after a gap, and the word that ends at the same node. */
  private readonly sets: WordSet[] = [0]
  private readonly rests: (readonly string[] | undefined)[] = [undefined]
  private readonly others: number[] = [0]
  private size = 0
  private found: Found | undefined
  private numbers = new Uint16Array(1024)

  /** Takes up a set of words, in which `…` stands for up to six characters. */
  add(words: Iterable<string>): WordSet {
    const set = this.size++
    this.found = undefined
    for (const word of words) {
      const [first = '', ...rest] = word.includes('…') ? word.split('…') : [word]
      const node = this.trie.add(first)
      while (node >= this.ends.length) this.ends = doubled(this.ends)
      if (this.has(node, set, rest)) continue
      this.others.push(this.ends[node]!)
      this.ends[node] = this.sets.push(set) - 1
      this.rests.push(rest.length ? rest : undefined)
    }
    return set
  }

  /**
   * Looks for all sets in `text`. `seen` are words that somebody else has found there: `#many`. What it gives holds until
   * it looks again.
   */
  find(text: string, seen?: Readonly<Record<string, readonly Hit[]>>): Found {
    const { trie, ends, sets, rests, others } = this
    const found = (this.found ??= new Found(this.size))
    const numbers = (this.numbers = numbersOf(text, this.numbers))
    found.clear()
    for (let start = 0; start < text.length; start++) {
      let node = 0
      for (let i = start; i < text.length && numbers[i]; i++) {
        node = trie.step(node, numbers[i]!)
        if (!node) break
        for (let word = ends[node]!; word; word = others[word]!) {
          const rest = rests[word]
          const end = rest ? endOf(rest, text, i + 1) : i + 1
          if (end) found.note(sets[word]!, start, end)
        }
      }
    }
    if (seen)
      for (const word in seen)
        for (const { start, end } of seen[word]!)
          for (let same = ends[trie.add(word)] ?? 0; same; same = others[same]!)
            found.note(sets[same]!, start, end)
    return found
  }

  /** Whether a set has the word; sets are taken up one after the other, so its words are the last ones. */
  private has(node: number, set: WordSet, rest: readonly string[]): boolean {
    for (let word = this.ends[node]!; word && this.sets[word] === set; word = this.others[word]!)
      if ((this.rests[word] ?? []).join('…') === rest.join('…')) return true
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
