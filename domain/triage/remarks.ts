import { type Category, categoryWords } from '../../contract/categories'
import type { Tier } from '../../contract/tiers'
import { holds } from './circumstances'
import { rulebookOf } from './rulebook'
import type { Remark, TriagePolicy } from './triagePolicy'
import type { Evidence } from './weigh'

/** A remark as it was made about one report. */
export interface Noted {
  remark: string
  to: Remark['to']
  say: string
}

/** What has been decided, as far as a remark may ask. */
interface Decided {
  tier: Tier
  sure: boolean
  category: Category
  /** In the tier, between 0 and 1. */
  confidence: number
}

/** What how a report came adds to a decision: whether a danger is sure after all, and what is to be said. */
export const remarksOn = (
  decided: Decided,
  evidence: Evidence,
  policy: TriagePolicy,
): { sure: boolean; notes: Noted[] } => {
  const fitting: Remark[] = []
  for (const remark of policy.remarks) if (fits(remark, decided, evidence, policy)) fitting.push(remark)
  // Of nearly all there is nothing to say.
  if (!fitting.length) return { sure: decided.sure, notes: [] }
  const sure = decided.sure || fitting.some(remark => remark.sure)
  const notes = fitting
    // What makes it sure has taken the doubt away.
    .filter(remark => remark.sure || !remark.doubtful || decided.tier !== 'A' || !sure)
    .map(remark => ({ remark: remark.id, to: remark.to, say: spoken(remark, decided, evidence, policy) }))
  return { sure, notes }
}

const fits = (remark: Remark, decided: Decided, evidence: Evidence, policy: TriagePolicy): boolean =>
  (!remark.tiers || remark.tiers.includes(decided.tier)) &&
  (!remark.given || holds(remark.given, evidence.came)) &&
  (!remark.categories || remark.categories.includes(decided.category)) &&
  (!remark.doubtful || isDoubtful(decided, policy)) &&
  (!remark.sameDanger || (sameDangers(evidence, policy)?.times ?? 0) >= remark.sameDanger) &&
  (!remark.returned || timesWithThis(decided, evidence) >= remark.returned)

const isDoubtful = ({ tier, sure, confidence }: Decided, policy: TriagePolicy): boolean =>
  tier === 'A' ? !sure : confidence < policy.confidence.fair

/** The kinds of danger that rules saw, of those that are remembered; a doubtful one counts as well. */
export const dangerKinds = ({ matched }: Pick<Evidence, 'matched'>, policy: TriagePolicy): string[] => {
  const { kinds } = rulebookOf(policy)
  return [...new Set(matched.flatMap(({ rule }) => kinds.get(rule) ?? []))]
}

/** On how many days a danger of a kind seen in this report was reported before; the kind of which there were most. */
const sameDangers = (
  evidence: Evidence,
  policy: TriagePolicy,
): { kind: string; times: number } | undefined => {
  const { before } = evidence.came
  if (!before) return undefined
  return dangerKinds(evidence, policy)
    .map(kind => ({ kind, times: before.dangers[kind] ?? 0 }))
    .sort((a, b) => b.times - a.times)[0]
}

const timesWithThis = ({ category }: Decided, { came }: Evidence): number =>
  (came.before?.matters[category] ?? 0) + 1

const spoken = (
  { say, sameDanger }: Remark,
  decided: Decided,
  evidence: Evidence,
  policy: TriagePolicy,
): string => {
  const same = sameDanger ? sameDangers(evidence, policy) : undefined
  const { dangerDays, matterDays, kinds } = policy.history
  const values: Record<string, string | number> = {
    photos: evidence.came.photos,
    days: same ? dangerDays : matterDays,
    times: same ? same.times : timesWithThis(decided, evidence),
    danger: (same && kinds[same.kind]?.say) ?? '险情',
    category: categoryWords[decided.category],
  }
  return say.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
