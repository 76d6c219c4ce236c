import type { Category } from '../../contract/categories'
import type { Tier } from '../../contract/tiers'
import type { Request } from './request'

/** One time that a person put a request elsewhere than the rules had. */
export interface Correction {
  /** The rule that had decided, by its id; `otherwise` when none had. */
  decidedBy: string
  /** The version of the rules, `triage:<n>`. */
  policy: string
  from: { tier: Tier; category: Category }
  to: { tier: Tier; category: Category }
  reason: string
  /** ms */
  at: number
}

/** What people corrected about one rule. */
export interface RuleReview {
  rule: string
  corrections: number
  /** Of what the rule decided, 0–1; undefined when nobody counted. */
  share?: number
  /** How often from where to where, the most frequent first: `A → B`, `estate → water`. */
  confusion: { from: string; to: string; times: number }[]
  /** The newest first. */
  reasons: string[]
}

/**
 * The corrections of one request: where the rules put it against where people have put it since. Only the last word
 * counts, and one that was taken back is none.
 */
export const correctionOf = (
  request: Pick<Request, 'triage' | 'tier' | 'category' | 'events'>,
): Correction | undefined => {
  const { triage, events } = request
  const from = { tier: triage.tier, category: triage.category }
  const to = { tier: request.tier, category: request.category ?? triage.category }
  // Whoever put it where it is now said why; what was put back meanwhile is another matter.
  const last = events
    .filter(
      ({ retier }) =>
        (from.tier !== to.tier && retier?.tier?.[1] === to.tier) ||
        (from.category !== to.category && retier?.category?.[1] === to.category),
    )
    .at(-1)
  if (!last) return undefined
  const { text = '', at } = last
  return { decidedBy: triage.trace.decidedBy, policy: triage.policy, from, to, reason: text, at }
}

/** A rule is looked at again when people corrected it so often, and so large a share of what it decided. */
const timesToReview = 3
const shareToReview = 0.1

/**
 * Corrections by the rule that had decided, the most corrected first, and the rules to look at again. `decided` says how
 * many requests each rule has decided, where that is known.
 */
export const reviewRules = (
  corrections: readonly Correction[],
  decided: ReadonlyMap<string, number> = new Map(),
): { rules: RuleReview[]; toReview: string[] } => {
  const byRule = new Map<string, Correction[]>()
  for (const correction of corrections) {
    const { decidedBy } = correction
    byRule.set(decidedBy, [...(byRule.get(decidedBy) ?? []), correction])
  }
  const rules = [...byRule]
    .map(([rule, of]) => reviewOf(rule, of, decided.get(rule)))
    .sort((a, b) => b.corrections - a.corrections || (a.rule < b.rule ? -1 : 1))
  const toReview = rules
    .filter(({ corrections: times, share = 1 }) => times >= timesToReview && share >= shareToReview)
    .map(({ rule }) => rule)
  return { rules, toReview }
}

const reviewOf = (rule: string, corrections: readonly Correction[], decided?: number): RuleReview => {
  const times = new Map<string, { from: string; to: string; times: number }>()
  for (const { from, to } of corrections) {
    for (const part of ['tier', 'category'] as const) {
      if (from[part] === to[part]) continue
      const key = `${from[part]} ${to[part]}`
      const entry = times.get(key) ?? { from: from[part], to: to[part], times: 0 }
      times.set(key, { ...entry, times: entry.times + 1 })
    }
  }
  return {
    rule,
    corrections: corrections.length,
    ...(decided && { share: corrections.length / decided }),
    confusion: [...times.values()].sort((a, b) => b.times - a.times),
    reasons: [...corrections].sort((a, b) => b.at - a.at).map(({ reason }) => reason),
  }
}
