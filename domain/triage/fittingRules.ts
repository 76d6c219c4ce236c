import { tiers } from '../../contract/tiers'
import { rulebookOf } from './rulebook'
import type { EmergencyLine, TriagePolicy, TriageRule } from './triagePolicy'
import type { Evidence, Matched } from './weigh'

/** A rule that fits, with what it saw. */
export interface Fitting {
  match: Matched
  rule: TriageRule
}

/** The rules that fit, the weightiest one first. Those that the policy has not got any more are left out. */
export const fittingRules = (evidence: Evidence, policy: TriagePolicy): Fitting[] => {
  const rules = rulebookOf(policy).byId
  const fitting: Fitting[] = []
  for (const match of evidence.matched) {
    const rule = rules.get(match.rule)
    if (rule) fitting.push({ match, rule })
  }
  if (fitting.length > 1) fitting.sort(byWeight)
  return fitting
}

/** Danger first, a clear one before a doubtful one; then by priority; the tier breaks a tie, then the policy's order. */
const byWeight = (a: Fitting, b: Fitting): number =>
  Number(b.rule.danger ?? false) - Number(a.rule.danger ?? false) ||
  (a.rule.danger ? Number(a.match.doubted ?? false) - Number(b.match.doubted ?? false) : 0) ||
  b.rule.priority - a.rule.priority ||
  tiers.indexOf(a.rule.tier) - tiers.indexOf(b.rule.tier)

/** What the rules that see a danger say together. */
interface DangersSeen {
  /** One of them has no doubt. */
  isPlain: boolean
  /** How much of a danger the passage is that such a one saw its words in; the worst one, where a rule that found them calm has a veto. */
  plainest: number
  /** One raises what it doubts by itself, since the model agrees as far as it asks for. */
  isRaised: boolean
}

/** Sums up what the dangers among the rules say. */
export const dangersIn = (matched: readonly Fitting[]): DangersSeen => {
  const seen: DangersSeen = { isPlain: false, plainest: -Infinity, isRaised: false }
  for (const { rule, match } of matched) {
    if (!rule.danger) continue
    const score = match.score ?? -Infinity
    if (rule.from !== undefined && score >= rule.from) seen.isRaised = true
    if (match.doubted) continue
    seen.isPlain = true
    seen.plainest = Math.max(seen.plainest, score)
  }
  return seen
}

/** The lines to call, as far as dangers name any. */
export const linesOf = (matched: readonly Fitting[]): EmergencyLine[] => {
  const lines = new Set<EmergencyLine>()
  for (const { rule } of matched)
    if (rule.danger && rule.lines) for (const line of rule.lines) lines.add(line)
  return [...lines]
}
