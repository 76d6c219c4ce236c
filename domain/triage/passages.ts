import type { Found, WordSet } from './found'

/** A part of a message that is looked at by itself: a short message has one, a letter many. */
export interface Passage {
  start: number
  end: number
  /** How much it says about what the whole message wants. */
  weight: number
}

/** What shows the part that a passage plays in a letter. */
export interface LetterWords {
  asks: WordSet
  turns: WordSet
  frame: WordSet
}

/** Longer messages are cut. */
const uncut = 64
/** Sentences shorter than this go with the next one; one that is longer than `uncut` is cut at its commas. */
const shortest = 14

/** How much a passage weighs by its part: what is asked for, what comes after a "but now", courtesies, all else. */
const weights = { asks: 1.6, turns: 1.3, frame: 0.3, other: 1 } as const

/** All that a passage may weigh, the most first. */
export const weightsOfPassages = Object.values(weights).sort((a, b) => b - a)

/** A text cut into passages: sentences, long ones at their commas, so that what is said in one does not drown in the rest. */
export const passagesOf = (text: string, found: Found, words: LetterWords): Passage[] => {
  if (text.length <= uncut) return [{ start: 0, end: text.length, weight: 1 }]
  const passages: Passage[] = []
  let start = 0
  while (start < text.length) {
    const end = endOf(text, start)
    passages.push({ start, end, weight: 1 })
    start = end
  }
  for (const passage of passages) passage.weight = weights[partOf(passage, found, words)]
  return passages
}

/** Where the passage that begins at `start` ends: after a full stop, else after a comma, else where it gets too long. */
const endOf = (text: string, start: number): number => {
  const limit = Math.min(text.length, start + uncut)
  const stop = text.indexOf('。', start + shortest)
  if (stop >= 0 && stop < limit) return stop + 1
  if (limit === text.length) return limit
  const comma = text.lastIndexOf('，', limit - 1)
  return comma >= start + shortest ? comma + 1 : limit
}

const partOf = ({ start, end }: Passage, found: Found, words: LetterWords): keyof typeof weights => {
  if (found.isBetween(words.asks, start, end)) return 'asks'
  // The first one says whom it is written to, which says what it is about.
  if (start > 0 && end - start < courtesy && found.isBetween(words.frame, start, end)) return 'frame'
  return found.isBetween(words.turns, start, end) ? 'turns' : 'other'
}

/** A passage with a courtesy in it that is longer says more than that. */
const courtesy = 32

/** The passage that has the character at `position`. */
export const passageAt = (position: number, passages: readonly Passage[]): number => {
  let at = 0
  while (at < passages.length - 1 && passages[at]!.end <= position) at++
  return at
}
