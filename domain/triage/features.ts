import type { Tile } from '../../contract/requestTerms'
import { type Found, type Hit, none } from './found'
import type { Match } from './matchRule'
import { type Passage, passageAt } from './passages'
import type { Mark, Rulebook } from './rulebook'

/**
 * Something a trained model looks at: `=fire` is a cue, `>fire` one that is asked for, `!a.gas` a rule, `~past` a calm,
 * `<~past` a calm in the passage before or after, `#noise` a tile, `@2` how long the message is.
 */
export interface Feature {
  name: string
  /** The passage it is in; `everywhere` for what holds for all of them. */
  passage: number
  /** Where it stands in the text; `end` is 0 when it stands nowhere. */
  start: number
  end: number
  /** The words of a rule, which stand in several places. */
  words?: string
}

export const everywhere = -1

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
  const asks = asksIn(text, found, book)
  for (let i = 0; i < found.count; i++) {
    const marks = book.marksBy[found.set(i)]
    if (marks) for (const mark of marks) marked(mark, passages, found, asks, features)
  }
  for (const { rule, words, missing, doubted, start } of seen)
    features.push({
      name: `!${missing ? '?' : doubted ? '~' : ''}${rule.id}`,
      passage: passageAt(start, passages),
      start,
      end: start,
      words: words.join('、'),
    })
  const nowhere = { passage: everywhere, start: 0, end: 0 }
  if (tile) features.push({ name: `#${tile}`, ...nowhere })
  features.push({ name: `@${Math.min(passages.length, longest)}`, ...nowhere })
  return features
}

/** What the model learns of a set of words: in each passage once, and once that they are asked for. */
const marked = (
  { words, name, asked, beside }: Mark,
  passages: readonly Passage[],
  found: Found,
  asks: readonly Hit[],
  features: Feature[],
): void => {
  let [last, isAsked] = [-1, asked === undefined]
  for (let hit = found.first(words); hit !== none; hit = found.next(hit)) {
    const [start, end] = [found.start(hit), found.end(hit)]
    if (!isAsked && asks.some(ask => ask.start <= start && end <= ask.end)) {
      features.push({ name: asked!, passage: everywhere, start, end })
      isAsked = true
    }
    const passage = passageAt(start, passages)
    if (passage === last) continue
    last = passage
    features.push({ name, passage, start, end })
    if (beside === undefined) continue
    if (passage > 0) features.push({ name: beside, passage: passage - 1, start, end })
    if (passage + 1 < passages.length) features.push({ name: beside, passage: passage + 1, start, end })
  }
}

/** Messages of so many passages and more are equally long. */
const longest = 8

/** From each word that asks for something to the end of its sentence. */
const asksIn = (text: string, found: Found, book: Rulebook): Hit[] =>
  found.of(book.letter.asks).map(({ end }) => {
    const stop = text.indexOf('。', end)
    return { start: end, end: stop < 0 ? text.length : stop }
  })
