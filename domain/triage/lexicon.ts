import { Trie } from './trie'

/** Where a word stands in a text: from `start` up to, not including, `end`. */
export interface Hit {
  start: number
  end: number
}

/** A set of words, by its number in the lexicon. */
export type WordSet = number

/** Where the words of each set stand, in the order of the text; by the number of the set. */
export type Found = readonly (readonly Hit[] | undefined)[]

/** A word of a set: the parts that follow after a gap, if any. */
interface Entry {
  set: WordSet
  rest: readonly string[]
}

/** The most characters that `…` in a word stands for. */
const gap = 6

/** Any number of word sets, found in one pass over a text. */
export class Lexicon {
  private readonly trie = new Trie(20_000)
  /** The words that begin with what leads to a node. */
  private readonly at: Entry[][] = []
  private sets = 0

  /** Takes up a set of words, in which `…` stands for up to six characters. */
  add(words: Iterable<string>): WordSet {
    const set = this.sets++
    for (const word of words) {
      const parts = word.includes('…') ? word.split('…') : undefined
      const rest = parts ? parts.slice(1) : nothingMore
      const node = this.trie.add(parts?.[0] ?? word)
      const entries = (this.at[node] ??= [])
      if (!hasAlready(entries, set, rest)) entries.push({ set, rest })
    }
    return set
  }

  /** Looks for all sets in `text`. `seen` are words that somebody else has found there: `#many`. */
  find(text: string, seen: Readonly<Record<string, readonly Hit[]>> = {}): Found {
    const found = new Array<Hit[] | undefined>(this.sets)
    const note = (set: WordSet, hit: Hit) => {
      const hits = found[set]
      if (hits) hits.push(hit)
      else found[set] = [hit]
    }
    for (let start = 0; start < text.length; start++) {
      let node = 0
      for (let i = start; i < text.length; i++) {
        node = this.trie.step(node, text.charCodeAt(i))
        if (!node) break
        const entries = this.at[node]
        if (!entries) continue
        for (const { set, rest } of entries) {
          const end = rest.length ? endOf(rest, text, i + 1) : i + 1
          if (end !== undefined) note(set, { start, end })
        }
      }
    }
    for (const [word, hits] of Object.entries(seen)) {
      if (!hits.length) continue
      for (const { set } of this.at[this.trie.add(word)] ?? nobody) for (const hit of hits) note(set, hit)
    }
    return found
  }
}

const nobody: readonly Entry[] = []
const nothingMore: readonly string[] = []

/** Whether a set has the word; sets are taken up one after the other, so its entries are the last ones. */
const hasAlready = (entries: readonly Entry[], set: WordSet, rest: readonly string[]): boolean => {
  for (let i = entries.length - 1; i >= 0 && entries[i]!.set === set; i--)
    if (entries[i]!.rest.join('…') === rest.join('…')) return true
  return false
}

/** Where the last of the parts ends, each within the gap after the one before; undefined when one is not there. */
const endOf = (parts: readonly string[], text: string, from: number): number | undefined => {
  let end = from
  for (const part of parts) {
    const start = text.indexOf(part, end)
    if (start < 0 || start - end > gap) return undefined
    end = start + part.length
  }
  return end
}

const nothing: readonly Hit[] = []

/** Where the words of a set stand. */
export const hitsOf = (set: WordSet, found: Found): readonly Hit[] => found[set] ?? nothing

/** The hits of a set that no hit of another touches: 没 but not in 没人管. */
export const hitsBut = (set: WordSet, except: WordSet, found: Found): readonly Hit[] => {
  const [hits, covers] = [hitsOf(set, found), hitsOf(except, found)]
  return covers.length
    ? hits.filter(hit => !covers.some(({ start, end }) => start < hit.end && hit.start < end))
    : hits
}
