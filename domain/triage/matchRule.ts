import { calmOver } from './calm'
import type { Found, Hit } from './found'
import type { ReadyRule, Rulebook } from './rulebook'
import type { TriageRule } from './triagePolicy'

/** What became of a rule whose words were all there. */
export interface Match {
  rule: TriageRule
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
  const places: number[] = []
  for (let i = 0; i < found.count; i++) {
    const waiting = rulesBy[found.set(i)]
    if (waiting) for (const place of waiting) if (isThere(rules[place]!, found)) places.push(place)
  }
  if (places.length > 1) places.sort((a, b) => a - b)
  return places.map(place => rules[place]!)
}

const isThere = ({ all }: ReadyRule, found: Found): boolean => {
  for (const group of all) if (!found.has(group)) return false
  return true
}

/** Tries a rule on a text; undefined when its words are not there together. Of several places the clearest counts. */
export const matchRule = (
  { rule, calms, all, none }: ReadyRule,
  text: string,
  found: Found,
  book: Rulebook,
): Match | undefined => {
  const [first = [], ...others] = all.map(group => found.of(group))
  const harmless = rule.danger ? found.of(book.harmless) : []
  const excluded = found.of(none)
  let best: Match | undefined
  for (const anchor of first) {
    const hits = together(anchor, others, text, rule.within ?? near)
    if (!hits) continue
    const match = judge(hits)
    if (!match.missing && !match.doubted) return match
    if (!best || (best.missing && !match.missing)) best = match
  }
  return best

  function judge(hits: Hit[]): Match {
    const match: Match = {
      rule,
      words: wordsAt(hits, text),
      start: hits[0]!.start,
      doubted: rule.unsure ?? false,
    }
    const without = excluded.find(hit => hits.some(other => gapBetween(hit, other, text) <= near))
    if (without) return { ...match, missing: `not with ${text.slice(without.start, without.end)}` }
    const figure = harmless.find(cover => hits.some(hit => cover.start < hit.end && hit.start < cover.end))
    if (figure) return { ...match, missing: `harmless: ${text.slice(figure.start, figure.end)}` }
    const { undone, doubted } = calmOver(hits, text, calms, found)
    if (undone.length) return { ...match, missing: `${notPresent}: ${undone.join(', ')}` }
    return { ...match, doubted: match.doubted || doubted }
  }
}

/** The anchor with the nearest hit of each other group; undefined when one is too far or in another sentence. */
const together = (
  anchor: Hit,
  others: readonly (readonly Hit[])[],
  text: string,
  within: number,
): Hit[] | undefined => {
  const hits = [anchor]
  for (const group of others) {
    let [nearest, distance]: [Hit | undefined, number] = [undefined, within + 1]
    for (const hit of group) {
      const apart = gapBetween(anchor, hit, text)
      if (apart < distance) [nearest, distance] = [hit, apart]
    }
    if (!nearest) return undefined
    hits.push(nearest)
  }
  return hits
}

/** Characters between two hits, 0 when they touch or overlap; endless across a full stop. */
const gapBetween = (a: Hit, b: Hit, text: string): number => {
  const [from, to] = a.end <= b.start ? [a.end, b.start] : [b.end, a.start]
  if (to <= from) return 0
  return text.slice(from, to).includes('。') ? Infinity : to - from
}

const wordsAt = (hits: readonly Hit[], text: string): string[] => [
  ...new Set(hits.map(({ start, end }) => text.slice(start, end).replaceAll('，', ''))),
]
