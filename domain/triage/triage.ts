import type { Category } from '../../contract/categories'
import type { Tile } from '../../contract/request'
import { type Tier, tiers } from '../../contract/tiers'
import { crowds } from './crowd'
import { type Found, hitsOf } from './lexicon'
import { type Match, matchRule } from './matchRule'
import { plainText } from './plainText'
import { type Rulebook, rulebookOf } from './rulebook'
import type { EmergencyLine, RequestType, Route, TriagePolicy, TriageRule } from './triagePolicy'

export interface TriageInput {
  text: string
  tile?: Tile
  /** How many pictures came with it. */
  photos: number
}

/** A rule that decided, with what it saw. */
export interface Matched {
  rule: string
  words: string[]
}

/** A rule that saw its words and yet did not decide, with the reason. */
export interface NearMiss {
  rule: string
  words: string[]
  missing: string
}

/** What was decided about a message, why, and by which version of the rules; stored with the request as it was made. */
export interface TriageDecision {
  tier: Tier
  /** `false` for a danger that a person has to look at before the street is called. */
  sure: boolean
  category: Category
  type: RequestType
  route: Route
  /** For the resident, a sentence each. */
  reasons: string[]
  /** Lines to call first. */
  emergencyLines: EmergencyLine[]
  /** Version of the rules. */
  policy: string
  trace: { decidedBy: string; matched: Matched[]; near: NearMiss[] }
}

/**
 * Sorts one message. Danger decides A and nothing else does; then come the features of D, then what one grid member can
 * finish alone (B); everything else is C. The order is in the priorities of the rules. The same message under the same
 * policy always gives the same decision.
 */
export const triage = (input: TriageInput, policy: TriagePolicy): TriageDecision => {
  const book = rulebookOf(policy)
  const text = plainText(input.text, policy.spellings)
  const found = book.lexicon.find(text, { '#many': crowds(text) })
  const seen = book.rules.flatMap(ready => {
    const match = matchRule(ready, text, found, book)
    return match ? [{ rule: ready.rule, ...match }] : []
  })
  const matched = seen.filter(({ missing }) => !missing).sort(byWeight)
  const winner = matched[0]
  const dangers = matched.filter(({ rule }) => rule.danger)
  return {
    tier: winner?.rule.tier ?? policy.otherwise.tier,
    // One danger without a doubt outweighs any number of doubtful ones.
    sure: !dangers.length || dangers.some(({ doubted }) => !doubted),
    category: categoryOf(input, policy, book, found, winner?.rule),
    type: winner?.rule.type ?? typeOf(book, found),
    route: winner ? (winner.rule.route ?? routeOf[winner.rule.tier]) : policy.otherwise.route,
    reasons: [
      winner ? winner.rule.because.replace('{words}', winner.words.join('、')) : policy.otherwise.because,
    ],
    emergencyLines: [...new Set(dangers.flatMap(({ rule }) => rule.lines ?? []))],
    policy: policy.id,
    trace: {
      decidedBy: winner?.rule.id ?? 'otherwise',
      matched: matched.map(({ rule, words }) => ({ rule: rule.id, words })),
      near: seen.flatMap(({ rule, words, missing }) => (missing ? [{ rule: rule.id, words, missing }] : [])),
    },
  }
}

type Seen = Match & { rule: TriageRule }

/** Danger first, a clear one before a doubtful one; then by priority; the tier breaks a tie, then the policy's order. */
const byWeight = (a: Seen, b: Seen): number =>
  Number(b.rule.danger ?? false) - Number(a.rule.danger ?? false) ||
  (a.rule.danger ? Number(a.doubted) - Number(b.doubted) : 0) ||
  b.rule.priority - a.rule.priority ||
  tiers.indexOf(a.rule.tier) - tiers.indexOf(b.rule.tier)

/** The way of a tier when no rule names another. */
export const routeOf: Record<Tier, Route> = { A: 'grid', B: 'grid', C: 'block', D: 'street' }

/** Each word speaks once; the rule that decided weighs two words, a tile that the resident chose one. */
const categoryOf = (
  { tile }: TriageInput,
  policy: TriagePolicy,
  book: Rulebook,
  found: Found,
  winner?: TriageRule,
): Category => {
  let [best, most]: [Category, number] = ['other', 0]
  for (const { category, words } of book.categories) {
    const spoken = new Set(hitsOf(words, found).map(({ start }) => start)).size
    const weight =
      spoken + (winner?.category === category ? 2 : 0) + (tile && policy.tiles[tile] === category ? 1 : 0)
    if (weight > most) [best, most] = [category, weight]
  }
  return best
}

const typeOf = (book: Rulebook, found: Found): RequestType =>
  book.types.find(({ words }) => hitsOf(words, found).length)?.type ?? 'help'
