import type { Tile } from '../../contract/requestTerms'
import { crowds } from './crowd'
import { type Feature, featuresOf } from './features'
import type { Found } from './lexicon'
import { type Match, matchRule } from './matchRule'
import { plainText } from './plainText'
import { rulebookOf } from './rulebook'
import type { TriagePolicy, TriageRule } from './triagePolicy'

/** A rule whose words were all there. */
export type Seen = Match & { rule: TriageRule }

/** What a policy sees in a message, before anything is decided. */
export interface Observation {
  /** The message as rules see it. */
  text: string
  found: Found
  seen: Seen[]
  features: Feature[]
}

/** Looks at a message with the eyes of a policy. */
export const observe = (
  { text: typed, tile }: { text: string; tile?: Tile },
  policy: TriagePolicy,
): Observation => {
  const book = rulebookOf(policy)
  const text = plainText(typed, policy.spellings)
  const found = book.lexicon.find(text, { '#many': crowds(text) })
  const seen = book.rules.flatMap(ready => {
    const match = matchRule(ready, text, found, book)
    return match ? [{ rule: ready.rule, ...match }] : []
  })
  return { text, found, seen, features: featuresOf(text, found, book, seen, tile) }
}
