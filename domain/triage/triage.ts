import type { Tile } from '../../contract/request'
import { type Tier, tiers } from '../../contract/tiers'
import { type Clause, clausesOf, findWord } from './features'
import type { Category, EmergencyLine, RequestType, Route, TriagePolicy, TriageRule } from './triagePolicy'

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
 * finish alone (B); everything else is C. Within a tier the rule of higher priority decides. The same message under the
 * same policy always gives the same decision.
 */
export const triage = (input: TriageInput, policy: TriagePolicy): TriageDecision => {
  const clauses = clausesOf(input.text, policy)
  const results = policy.rules.map(rule => ({ rule, ...match(rule, clauses) }))
  const matched = results
    .filter(result => result.fits)
    .sort(
      (a, b) =>
        Number(!!b.rule.danger) - Number(!!a.rule.danger) ||
        b.rule.priority - a.rule.priority ||
        tiers.indexOf(a.rule.tier) - tiers.indexOf(b.rule.tier),
    )
  const winner = matched[0]
  const dangers = matched.filter(({ rule }) => rule.danger)
  const whole = clauses.map(clause => clause.text).join('，')
  return {
    tier: winner?.rule.tier ?? policy.otherwise.tier,
    // One rule that is sure outweighs any number that are not.
    sure: !dangers.length || dangers.some(({ rule }) => !rule.unsure),
    category: categoryOf(input, policy, matched, whole),
    type: winner?.rule.type ?? policy.types.find(({ words }) => findWord(whole, words))?.type ?? 'help',
    route: winner?.rule.route ?? (winner ? routeOf(winner.rule.tier) : policy.otherwise.route),
    reasons: winner
      ? [winner.rule.because.replace('{words}', winner.words.map(word => word.replace('…', '')).join('、'))]
      : [policy.otherwise.because],
    emergencyLines: [...new Set(dangers.flatMap(({ rule }) => rule.lines ?? []))],
    policy: policy.id,
    trace: {
      decidedBy: winner?.rule.id ?? 'otherwise',
      matched: matched.map(({ rule, words }) => ({ rule: rule.id, words })),
      near: results.flatMap(({ rule, fits, words, missing }) =>
        !fits && missing ? [{ rule: rule.id, words, missing }] : [],
      ),
    },
  }
}

interface Match {
  fits: boolean
  words: string[]
  /** Why a rule whose words were there did not fit. */
  missing?: string
}

/**
 * A rule looks at each clause by itself, so that "no gas smell, but the lamp is broken" stays two matters. Danger is often
 * told in two breaths ("the lift stopped, we cannot get out"), so its rules also look at two clauses together.
 */
const match = (rule: TriageRule, clauses: readonly Clause[]): Match => {
  let near: Match = { fits: false, words: [] }
  for (const { text, calm } of rule.danger ? [...clauses, ...pairs(clauses)] : clauses) {
    const words = rule.all.map(group => findWord(text, group))
    if (!words.every(word => word !== undefined)) continue
    const excluded = rule.none && findWord(text, rule.none)
    if (excluded) near = { fits: false, words, missing: `excluded by ${excluded}` }
    else if (rule.danger && calm.length)
      near = { fits: false, words, missing: `not present: ${calm.join(', ')}` }
    else return { fits: true, words }
  }
  return near
}

/** Neighbouring clauses as one; what calms either calms both. */
const pairs = (clauses: readonly Clause[]): Clause[] =>
  clauses.slice(1).map((clause, n) => {
    const before = clauses[n] as Clause
    return { text: `${before.text}，${clause.text}`, calm: [...new Set([...before.calm, ...clause.calm])] }
  })

const routeOf = (tier: Tier): Route => (({ A: 'grid', B: 'grid', C: 'block', D: 'street' }) as const)[tier]

const categoryOf = (
  { tile }: TriageInput,
  policy: TriagePolicy,
  matched: readonly { rule: TriageRule }[],
  text: string,
): Category =>
  matched.find(({ rule }) => rule.category)?.rule.category ??
  policy.categories.find(({ words }) => findWord(text, words))?.category ??
  (tile ? policy.tiles[tile] : 'other')
