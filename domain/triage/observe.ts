import type { Tile } from '../../contract/requestTerms'
import { type Circumstances, holds, wordsAlone } from './circumstances'
import { crowds } from './crowd'
import { type Features, featuresOf } from './features'
import type { Found } from './found'
import { type Match, matchRule, rulesIn } from './matchRule'
import { type Passage, passagesOf } from './passages'
import { plainText } from './plainText'
import { rulebookOf } from './rulebook'
import type { TriagePolicy } from './triagePolicy'

/** What a policy sees in a message, before anything is decided. */
export interface Observation {
  /** The message as rules see it. */
  text: string
  passages: Passage[]
  found: Found
  seen: Match[]
  features: Features
}

/** A message, and how it came. */
export interface Said {
  text: string
  tile?: Tile | undefined
  came?: Circumstances
}

/** Looks at a message with the eyes of a policy. */
export const observe = (
  { text: typed, tile, came = wordsAlone }: Said,
  policy: TriagePolicy,
): Observation => {
  const book = rulebookOf(policy)
  const text = plainText(typed, policy.spellings)
  const many = crowds(text)
  const found = book.lexicon.find(text, many.length ? { '#many': many } : undefined)
  const seen: Match[] = []
  for (const ready of rulesIn(found, book)) {
    if (ready.rule.given && !holds(ready.rule.given, came)) continue
    const match = matchRule(ready, text, found, book)
    if (match) seen.push(match)
  }
  const passages = passagesOf(text, found, book.letter)
  return { text, passages, found, seen, features: featuresOf(text, passages, found, book, seen, tile) }
}
