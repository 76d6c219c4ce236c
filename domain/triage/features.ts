import type { Tile } from '../../contract/requestTerms'
import { type Found, hitsOf } from './lexicon'
import type { Match } from './matchRule'
import type { Rulebook } from './rulebook'

/** Something a trained model looks at: `=fire` is a cue, `!a.gas` a rule, `~past` a calm, `#noise` a tile. */
export interface Feature {
  name: string
  /** What stands in the text for it. */
  words: string
}

/** What the policy's words say about a message, as features for the model. */
export const featuresOf = (
  text: string,
  found: Found,
  book: Rulebook,
  seen: readonly (Match & { rule: { id: string } })[],
  tile?: Tile,
): Feature[] => {
  const features: Feature[] = []
  for (const { name, words } of book.marks) {
    const [hit] = hitsOf(words, found)
    if (hit) features.push({ name, words: text.slice(hit.start, hit.end) })
  }
  for (const { rule, words, missing, doubted } of seen)
    features.push({ name: `!${missing ? '?' : doubted ? '~' : ''}${rule.id}`, words: words.join('、') })
  if (tile) features.push({ name: `#${tile}`, words: '' })
  return features
}
