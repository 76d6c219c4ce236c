/** Where a word stands in a text: from `start` up to, not including, `end`. */
export interface Hit {
  start: number
  end: number
}

/** A set of words, by its number in the lexicon. */
export type WordSet = number

/** Where the words of each set stand, in the order of the text. */
export type Found = readonly (readonly Hit[] | undefined)[]

/** A word whose first part ends at this node; the parts after it are looked for from there. */
interface Ending {
  set: WordSet
  rest: readonly string[]
}

interface Node {
  next?: Map<number, Node>
  endings?: Ending[]
}

/** The most characters that `…` in a word stands for. */
const gap = 6

/** Any number of word sets, found in one pass over a text: a tree by character, so that more words cost next to nothing. */
export class Lexicon {
  private readonly root: Node = {}
  private sets = 0

  /** Takes up a set of words, in which `…` stands for up to six characters. */
  add(words: Iterable<string>): WordSet {
    const set = this.sets++
    for (const word of new Set(words)) {
      const [first = '', ...rest] = word.split('…')
      const node = this.nodeOf(first)
      node.endings = [...(node.endings ?? []), { set, rest }]
    }
    return set
  }

  /** Looks for all sets in `text`. `seen` are words that somebody else has found there: `#many`. */
  find(text: string, seen: Readonly<Record<string, readonly Hit[]>> = {}): Found {
    const found: Hit[][] = []
    for (let start = 0; start < text.length; start++) {
      let node: Node | undefined = this.root
      for (let at = start; (node = node.next?.get(text.charCodeAt(at))); at++) {
        for (const { set, rest } of node.endings ?? []) {
          const end = rest.length ? endOf(rest, text, at + 1) : at + 1
          if (end !== undefined) (found[set] ??= []).push({ start, end })
        }
      }
    }
    for (const [word, hits] of Object.entries(seen)) {
      for (const { set } of this.nodeOf(word).endings ?? []) (found[set] ??= []).push(...hits)
    }
    return found
  }

  private nodeOf(word: string): Node {
    let node = this.root
    for (let at = 0; at < word.length; at++) {
      const next = (node.next ??= new Map<number, Node>())
      const code = word.charCodeAt(at)
      let child = next.get(code)
      if (!child) next.set(code, (child = {}))
      node = child
    }
    return node
  }
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
