/** Where a word stands in a text: from `start` up to, not including, `end`. */
export interface Hit {
  start: number
  end: number
}

/** A set of words, by its number in the lexicon. */
export type WordSet = number

/** Where the words of each set stand, in the order of the text. */
export type Found = readonly (readonly Hit[] | undefined)[]

/** A word of a set: its first part, and those that follow after a gap. */
interface Entry {
  set: WordSet
  first: string
  rest: readonly string[]
}

/** The most characters that `…` in a word stands for. */
const gap = 6

/** Any number of word sets, found in one pass over a text: filed by their first two characters, few share a place. */
export class Lexicon {
  private readonly byStart = new Map<string, Entry[]>()
  private sets = 0

  /** Takes up a set of words, in which `…` stands for up to six characters. */
  add(words: Iterable<string>): WordSet {
    const set = this.sets++
    for (const word of new Set(words)) {
      const [first = '', ...rest] = word.split('…')
      const place = this.byStart.get(first.slice(0, 2))
      if (place) place.push({ set, first, rest })
      else this.byStart.set(first.slice(0, 2), [{ set, first, rest }])
    }
    return set
  }

  /** Looks for all sets in `text`. `seen` are words that somebody else has found there: `#many`. */
  find(text: string, seen: Readonly<Record<string, readonly Hit[]>> = {}): Found {
    const found: Hit[][] = []
    const look = (place: string, start: number) => {
      for (const { set, first, rest } of this.byStart.get(place) ?? nobody) {
        if (!text.startsWith(first, start)) continue
        const end = endOf(rest, text, start + first.length)
        if (end !== undefined) (found[set] ??= []).push({ start, end })
      }
    }
    for (let start = 0; start < text.length; start++) {
      look(text.charAt(start), start)
      if (start + 1 < text.length) look(text.slice(start, start + 2), start)
    }
    for (const [word, hits] of Object.entries(seen)) {
      for (const { set, first } of this.byStart.get(word.slice(0, 2)) ?? nobody) {
        if (first === word) (found[set] ??= []).push(...hits)
      }
    }
    return found
  }
}

const nobody: readonly Entry[] = []

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
