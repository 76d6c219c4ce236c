import { calmOver } from './calm'
import { type Found, type Hit, none, type WordSet } from './found'
import type { ReadyRule, Rulebook, RuleNames } from './rulebook'
import type { TriageRule } from './triagePolicy'

/** What became of a rule whose words were all there. */
export interface Match {
  rule: TriageRule
  names: RuleNames
  /** The words it saw, as they stand in the plain text, and where the first of them is. */
  words: string[]
  start: number
  /** A person has to look: the rule cries wolf at times, or something casts a doubt. */
  doubted: boolean
  /** Why it did not fit; absent when it did. */
  missing?: string
}

/** What a danger misses that something calms. */
export const notPresent = 'not present'

/** Characters between the groups of a rule, and between a rule and its `none`. */
const near = 12

/** The rules of which each group has a word in the text, in the policy's order: nearly all are left out here. */
export const rulesIn = (found: Found, { rules, rulesBy }: Rulebook): ReadyRule[] => {
  const fitting: ReadyRule[] = []
  for (let i = 0; i < found.count; i++) {
    const waiting = rulesBy[found.set(i)]
    if (!waiting) continue
    for (const place of waiting) if (isThere(rules[place]!, found)) putInOrder(rules[place]!, fitting)
  }
  return fitting
}

/** They are few: each one is put where it belongs. */
const putInOrder = (rule: ReadyRule, list: ReadyRule[]): void => {
  let at = list.length
  list.push(rule)
  for (; at && list[at - 1]!.place > rule.place; at--) list[at] = list[at - 1]!
  list[at] = rule
}

const isThere = ({ all }: ReadyRule, found: Found): boolean => {
  for (const group of all) if (!found.has(group)) return false
  return true
}

/** Tries a rule on a text; undefined when its words are not there together. Of several places the clearest counts. */
export const matchRule = (
  ready: ReadyRule,
  text: string,
  found: Found,
  book: Rulebook,
): Match | undefined => {
  const { rule, all } = ready
  let best: Match | undefined
  for (let anchor = found.first(all[0]!); anchor !== none; anchor = found.next(anchor)) {
    if (!together(found.hit(anchor), all, found, text, rule.within ?? near)) continue
    const match = judge(ready, text, found, book)
    if (!match.missing && !match.doubted) return match
    if (!best || (best.missing && !match.missing)) best = match
  }
  return best
}

/** The hits that are judged at present, of each group of a rule one. */
const hits: Hit[] = []

/** Puts the anchor with the nearest hit of each other group into `hits`; false when one is too far or in another sentence. */
const together = (
  anchor: Hit,
  all: ReadyRule['all'],
  found: Found,
  text: string,
  within: number,
): boolean => {
  hits.length = 0
  hits.push(anchor)
  for (let group = 1; group < all.length; group++) {
    let [nearest, distance] = [none, within + 1]
    for (let hit = found.first(all[group]!); hit !== none; hit = found.next(hit)) {
      const apart = gapBetween(anchor, found.hit(hit), text)
      if (apart < distance) [nearest, distance] = [hit, apart]
    }
    if (nearest === none) return false
    hits.push(found.hit(nearest))
  }
  return true
}

/** What becomes of a rule whose words are `hits`. */
const judge = (
  { rule, names, calms, none: without }: ReadyRule,
  text: string,
  found: Found,
  book: Rulebook,
): Match => {
  const match: Match = {
    rule,
    names,
    words: wordsAt(text),
    start: hits[0]!.start,
    doubted: rule.unsure ?? false,
  }
  const other = hitNear(without, text, found)
  if (other) match.missing = `not with ${text.slice(other.start, other.end)}`
  if (match.missing || !rule.danger) return match
  const figure = hitOver(book.harmless, found)
  if (figure) match.missing = `harmless: ${text.slice(figure.start, figure.end)}`
  if (match.missing) return match
  const { undone, doubted } = calmOver(hits, text, calms, found)
  if (undone.length) match.missing = `${notPresent}: ${undone.join(', ')}`
  else if (doubted) match.doubted = true
  return match
}

/** The first hit of a set that is near one of `hits`. */
const hitNear = (set: WordSet, text: string, found: Found): Hit | undefined => {
  for (let hit = found.first(set); hit !== none; hit = found.next(hit))
    for (const other of hits) if (gapBetween(found.hit(hit), other, text) <= near) return found.hit(hit)
  return undefined
}

/** The first hit of a set that lies over one of `hits`. */
const hitOver = (set: WordSet, found: Found): Hit | undefined => {
  for (let hit = found.first(set); hit !== none; hit = found.next(hit))
    for (const { start, end } of hits)
      if (found.start(hit) < end && start < found.end(hit)) return found.hit(hit)
  return undefined
}

/** Characters between two hits, 0 when they touch or overlap; endless across a full stop. */
const gapBetween = (a: Hit, b: Hit, text: string): number => {
  const from = Math.min(a.end, b.end)
  const to = Math.max(a.start, b.start)
  for (let at = from; at < to; at++) if (text.charCodeAt(at) === stop) return Infinity
  return Math.max(0, to - from)
}

const stop = '。'.charCodeAt(0)

/** The words of `hits`, each once. */
const wordsAt = (text: string): string[] => {
  const words: string[] = []
  for (const { start, end } of hits) {
    const word = text.slice(start, end)
    const whole = word.includes('，') ? word.replaceAll('，', '') : word
    if (!words.includes(whole)) words.push(whole)
  }
  return words
}
