import type { Category } from '../../contract/categories'
import type { Tier } from '../../contract/tiers'
import { dangersIn, type Fitting, fittingRules, linesOf } from './fittingRules'
import type { EmergencyLine, Level, RequestType, Route, TriagePolicy, TriageRule } from './triagePolicy'
import { type Noted, remarksOn } from './remarks'
import type { Evidence } from './weigh'

/** What was decided about a message, why, and by which version of the rules; stored with the request as it was made. */
export interface TriageDecision {
  tier: Tier
  /** `false` for a danger that a person has to look at before the street is called. */
  sure: boolean
  category: Category
  type: RequestType
  route: Route
  /** How far up it has to go when danger is left aside: what another preset of letters is made from. */
  level: Level
  /** How far each answer is to be trusted, between 0 and 1. */
  confidence: { tier: number; category: number; type: number; route: number }
  /** For the resident, a sentence each. */
  reasons: string[]
  /** Lines to call first. */
  emergencyLines: EmergencyLine[]
  /** Where to go with what is out of scope: its name in the policy, and what to tell the resident. */
  door?: { id: string; name: string; say: string }
  /** It is about an officer or a property manager, and goes one level above them. */
  aboutStaff?: true
  /** Those it is about do not work on the ground but for the community or the street: the street looks after it. */
  aboutUpper?: true
  /** What is said because of how it came. */
  notes?: Noted[]
  policy: string
  trace: Trace
}

/** What a decision was made from, and the rule that had the last word; `model` when no rule did. */
export interface Trace extends Evidence {
  decidedBy: string
}

/**
 * Decides from evidence alone, so that a stored trace gives the same decision under the same policy. Danger decides A and
 * nothing else does: a rule that sees it without a doubt, unless the model is all against it, or the model by itself.
 * Below A a rule that `decides` has the last word; else the model weighs what the rules said, and the rule that agrees with
 * it gives the reason. How a report came can make a danger of a doubt (a rule with `given` and `from`) and a sure one of
 * an unsure one (a remark with `sure`), and adds what is to be said.
 */
export const decide = (evidence: Evidence, policy: TriagePolicy): TriageDecision => {
  const matched = fittingRules(evidence, policy)
  const seen = dangersIn(matched)
  const { score, chance } = evidence.danger
  const isDanger =
    seen.isRaised ||
    seen.plainest >= policy.model.outweighed ||
    score >= (evidence.danger.calmed ? policy.model.calmed : policy.model.danger)
  const best = bestOf(evidence, matched.find(({ rule }) => !rule.danger)?.rule, policy)
  const deciding = matched.find(({ rule }) => rule.decides)
  const below = deciding?.rule.tier ?? best?.answer ?? 'C'
  const tier: Tier = isDanger ? 'A' : below
  const winner = isDanger
    ? matched.find(({ rule }) => rule.danger)
    : (deciding ?? matched.find(({ rule }) => rule.tier === tier))
  const words = winner?.match.words ?? (isDanger ? evidence.danger.words : (best?.words ?? []))
  const because = winner ? winner.rule.because : policy.proposals[tier]
  const door = isDanger ? undefined : doorOf(matched, policy)
  const [proposed, type] = [evidence.categories[0], evidence.types[0]]
  const category = deciding?.rule.category ? { answer: deciding.rule.category, share: ruledShare } : proposed
  const certainty = isDanger ? chance : 1 - chance
  const confidence = Math.max(
    isDanger && seen.isPlain ? ruledShare : 0,
    isDanger ? certainty : certainty * (deciding ? 1 : (best?.share ?? 0)),
  )
  const route = wayOf(tier, category?.answer, door !== undefined, winner?.rule)
  const { sure, notes } = remarksOn(
    {
      tier,
      sure: !isDanger || (seen.isPlain && seen.plainest >= policy.model.sure),
      category: category?.answer ?? 'other',
      confidence: rounded(confidence),
    },
    evidence,
    policy,
  )
  const decision: TriageDecision = {
    tier,
    sure,
    category: category?.answer ?? 'other',
    type: type?.answer ?? 'help',
    route,
    level: levelOf(deciding?.rule.tier ?? evidence.tiers[0]?.answer, evidence),
    confidence: {
      tier: rounded(confidence),
      category: category?.share ?? 0,
      type: type?.share ?? 0,
      route: door ? ruledShare : rounded(confidence),
    },
    reasons: [because.replace('{words}', words.join('、') || '这件事')],
    emergencyLines: isDanger ? linesOf(matched) : [],
    policy: policy.id,
    trace: { ...evidence, decidedBy: winner?.rule.id ?? 'model' },
  }
  if (notes.length) decision.notes = notes
  if (door) decision.door = door
  if (evidence.aboutStaff) decision.aboutStaff = true
  if (isUpper(evidence, policy)) decision.aboutUpper = true
  return decision
}

/** Whether whoever it is about is one of those that only the street is above. */
const isUpper = (
  { aboutStaff: [who] = [] }: Evidence,
  { aboutStaff: { upper = '' } }: TriagePolicy,
): boolean => who !== undefined && upper.split(' ').includes(who)

/** How far an answer that a rule gives by itself is to be trusted. */
const ruledShare = 0.9

/** The best of the tiers below A, the weightiest rule's with its weight; its share is of all of them. */
const bestOf = (
  { tiers }: Evidence,
  rule: TriageRule | undefined,
  { model }: TriagePolicy,
): Evidence['tiers'][number] | undefined => {
  const weightOf = ({ answer, share }: Evidence['tiers'][number]) =>
    share * (answer === rule?.tier ? model.rule : 1)
  let [best, sum] = [tiers[0], 0]
  for (const opinion of tiers) {
    sum += weightOf(opinion)
    if (weightOf(opinion) > weightOf(best!)) best = opinion
  }
  return best && { ...best, share: weightOf(best) / sum }
}

const doorOf = (matched: readonly Fitting[], { doors }: TriagePolicy): TriageDecision['door'] => {
  const id = matched.find(({ rule }) => rule.door)?.rule.door
  const door = id === undefined ? undefined : doors[id]
  return id === undefined || !door ? undefined : { id, ...door }
}

/** The way of a tier when no rule names another. */
export const routeOf: Record<Tier, Route> = { A: 'grid', B: 'grid', C: 'block', D: 'street' }

const wayOf = (
  tier: Tier,
  category: Category | undefined,
  isElsewhere: boolean,
  rule?: TriageRule,
): Route => {
  if (isElsewhere) return 'door'
  if (tier === 'C' && category === 'disputes') return 'mediation'
  return rule?.route ?? routeOf[tier]
}

const levelOf = (answer: Tier | undefined, { community, district }: Evidence): Level => {
  if (answer === 'B') return 'grid'
  if (answer === 'D') return district === undefined ? 'street' : 'district'
  return community === undefined ? 'block' : 'community'
}

const rounded = (value: number): number => Math.round(value * 100) / 100
