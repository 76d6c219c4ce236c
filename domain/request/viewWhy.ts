import { categoryWords } from '../../contract/categories'
import type { RequestWhy, Trust } from '../../contract/requestWhy'
import type { TriageDecision } from '../triage/decide'
import { missingWords } from '../triage/missingWords'
import { rulebookOf } from '../triage/rulebook'
import type { TierPreset } from '../triage/tierPreset'
import type { TriagePolicy } from '../triage/triagePolicy'
import { typeWords } from '../triage/typeWords'

/** More rules than this beside the one that decided nobody reads. */
const besideMost = 5

/**
 * How the machine came to what it proposed, for staff. The sentences of the rules beside the one that decided are those in
 * force: they are left out when the decision was made under another version, whose rules may have said something else.
 */
export const viewWhy = (
  { tier, sure, category, type, confidence, reasons, trace, policy: madeUnder }: TriageDecision,
  policy: TriagePolicy,
  preset: TierPreset,
): RequestWhy => {
  const rules = madeUnder === policy.id ? rulebookOf(policy).byId : undefined
  const beside = ({ rule, words }: { rule: string; words: string[] }) => {
    const say = rules?.get(rule)?.because.replace('{words}', words.join('、'))
    return { rule, ...(say && { say }), words }
  }
  const trust = (share: number): Trust =>
    share >= policy.confidence.firm ? 'firm' : share >= policy.confidence.fair ? 'fair' : 'weak'
  const byRule = trace.decidedBy !== 'model'
  const opinion = tier === 'A' ? trace.danger : trace.tiers.find(({ answer }) => answer === tier)
  const deciding = trace.matched.find(({ rule }) => rule === trace.decidedBy)
  return {
    answers: [
      // A danger that a person has to look at is in doubt, however likely it is one.
      {
        what: 'tier',
        is: preset.words[tier].staff,
        trust: tier === 'A' && !sure ? 'weak' : trust(confidence.tier),
      },
      { what: 'category', is: categoryWords[category], trust: trust(confidence.category) },
      { what: 'type', is: typeWords[type], trust: trust(confidence.type) },
    ],
    ...(byRule && { rule: trace.decidedBy }),
    say: reasons.join(''),
    words: deciding?.words ?? opinion?.words ?? [],
    also: trace.matched
      .filter(({ rule }) => rule !== trace.decidedBy)
      .slice(0, besideMost)
      .map(beside),
    near: trace.near
      .slice(0, besideMost)
      .map(miss => ({ ...beside(miss), missing: missingWords(miss.missing) })),
    policy: madeUnder,
    model: trace.model,
  }
}
