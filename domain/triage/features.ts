import type { Tile } from '../../contract/requestTerms'
import { nameOf, numberOfName } from './featureNames'
import { type Found, type Hit, none } from './found'
import type { Match } from './matchRule'
import { type Passage, passageAt } from './passages'
import type { Mark, Rulebook } from './rulebook'

/**
 * Something a trained model looks at: `=fire` is a cue, `>fire` one that is asked for, `^fire` one that a letter
 * begins with, `!a.gas` a rule, `~past` a calm,
 * `<~past` a calm in the passage before or after, `#noise` a tile, `@2` how long the message is.
 */
export interface Feature {
  /** The number of its name. */
  name: number
  /** The passage it is in; `everywhere` for what holds for all of them. */
  passage: number
  /** Where it stands in the text; `end` is 0 when it stands nowhere. */
  start: number
  end: number
  /** The words of a rule, which stand in several places. */
  words: string | undefined
}

export const everywhere = -1

/** The features of one message. What is in it is used again for the next one; those who keep it take a copy. */
export class Features {
  length = 0
  private readonly list: Feature[] = []

  at(i: number): Readonly<Feature> {
    return this.list[i]!
  }

  add(name: number, passage: number, start: number, end: number, words?: string): void {
    const old = this.list[this.length]
    if (!old) this.list.push({ name, passage, start, end, words })
    else {
      old.name = name
      old.passage = passage
      old.start = start
      old.end = end
      old.words = words
    }
    this.length++
  }

  names(): string[] {
    return this.list.slice(0, this.length).map(({ name }) => nameOf(name))
  }

  copy(): Features {
    const copy = new Features()
    for (let i = 0; i < this.length; i++) {
      const { name, passage, start, end, words } = this.at(i)
      copy.add(name, passage, start, end, words)
    }
    return copy
  }
}

/** What the policy's words say about a message, as features for the model. */
export const featuresOf = (
  text: string,
  passages: readonly Passage[],
  found: Found,
  book: Rulebook,
  seen: readonly Match[],
  tile?: Tile | undefined,
): Features => {
  const { features } = book
  features.length = 0
  const asks = asksIn(text, found, book)
  for (let i = 0; i < found.count; i++) {
    const marks = book.marksBy[found.set(i)]
    if (marks) for (const mark of marks) marked(mark, passages, found, asks, features)
  }
  for (const { names, words, missing, doubted, start } of seen) {
    const name = missing ? names.missing : doubted ? names.doubted : names.fits
    const said = words.length === 1 ? words[0] : words.join('、')
    features.add(name, passageAt(start, passages), start, start, said)
  }
  if (tile) features.add(numberOfName(`#${tile}`), everywhere, 0, 0)
  features.add(lengths[Math.min(passages.length, longest)]!, everywhere, 0, 0)
  return features
}

/** What the model learns of a set of words: in each passage once, and once that they are asked for. */
const marked = (
  { words, name, asked, first, beside }: Mark,
  passages: readonly Passage[],
  found: Found,
  asks: readonly Hit[],
  features: Features,
): void => {
  let [last, isAsked] = [-1, asked === undefined]
  for (let hit = found.first(words); hit !== none; hit = found.next(hit)) {
    const [start, end] = [found.start(hit), found.end(hit)]
    if (!isAsked && isIn(asks, start, end)) {
      features.add(asked!, everywhere, start, end)
      isAsked = true
    }
    const passage = passageAt(start, passages)
    if (passage === last) continue
    last = passage
    features.add(name, passage, start, end)
    if (first !== undefined && passage === 0 && passages.length > 1) features.add(first, passage, start, end)
    if (beside === undefined) continue
    if (passage > 0) features.add(beside, passage - 1, start, end)
    if (passage + 1 < passages.length) features.add(beside, passage + 1, start, end)
  }
}

const isIn = (parts: readonly Hit[], start: number, end: number): boolean => {
  for (const part of parts) if (part.start <= start && end <= part.end) return true
  return false
}

/** Messages of so many passages and more are equally long. */
const longest = 8
const lengths = Array.from({ length: longest + 1 }, (_, passages) => numberOfName(`@${passages}`))

/** From each word that asks for something to the end of its sentence. */
const asksIn = (text: string, found: Found, book: Rulebook): Hit[] =>
  found.of(book.letter.asks).map(({ end }) => {
    const stop = text.indexOf('。', end)
    return { start: end, end: stop < 0 ? text.length : stop }
  })
