import type { Tile } from '../../contract/requestTerms'
import { type Found, type Hit, hitsOf } from './lexicon'
import type { Match } from './matchRule'
import { type Passage, passageAt } from './passages'
import type { Rulebook } from './rulebook'

/**
 * Something a trained model looks at: `=fire` is a cue, `>fire` one that is asked for, `!a.gas` a rule, `~past` a calm,
 * `<~past` a calm in the passage before or after, `#noise` a tile, `@2` how long the message is.
 */
export interface Feature {
  name: string
  /** What stands in the text for it. */
  words: string
  /** The passage it is in; absent for what holds for all of them. */
  passage?: number
}

/** What the policy's words say about a message, as features for the model. */
export const featuresOf = (
  text: string,
  passages: readonly Passage[],
  found: Found,
  book: Rulebook,
  seen: readonly (Match & { rule: { id: string } })[],
  tile?: Tile,
): Feature[] => {
  const features: Feature[] = []
  const asked = asksIn(text, found, book)
  for (const { name, words } of book.marks) {
    let [last, isAsked] = [-1, false]
    for (const hit of hitsOf(words, found)) {
      if (
        !isAsked &&
        name.startsWith('=') &&
        asked.some(ask => ask.start <= hit.start && hit.end <= ask.end)
      ) {
        features.push({ name: `>${name.slice(1)}`, words: at(hit, text) })
        isAsked = true
      }
      const passage = passageAt(hit.start, passages)
      if (passage === last) continue
      last = passage
      features.push({ name, words: at(hit, text), passage })
      if (!name.startsWith('~')) continue
      for (const beside of [passage - 1, passage + 1])
        if (passages[beside]) features.push({ name: `<${name}`, words: at(hit, text), passage: beside })
    }
  }
  for (const { rule, words, missing, doubted, start } of seen)
    features.push({
      name: `!${missing ? '?' : doubted ? '~' : ''}${rule.id}`,
      words: words.join('、'),
      passage: passageAt(start, passages),
    })
  if (tile) features.push({ name: `#${tile}`, words: '' })
  features.push({ name: `@${Math.min(passages.length, longest)}`, words: '' })
  return features
}

/** Messages of so many passages and more are equally long. */
const longest = 8

/** From each word that asks for something to the end of its sentence. */
const asksIn = (text: string, found: Found, book: Rulebook): Hit[] =>
  hitsOf(book.letter.asks, found).map(({ end }) => {
    const stop = text.indexOf('。', end)
    return { start: end, end: stop < 0 ? text.length : stop }
  })

const at = ({ start, end }: Hit, text: string): string => text.slice(start, end)
