import type { PolicyFinding, PolicyKind } from '../../contract/policy'
import { missingYear } from '../deadline/missingYear'
import { lintTriage } from '../triage/lintTriage'
import type { Policies } from './policies'

/**
 * What the author of a draft should look at. `draft` are the policies with it in force; `texts` are messages to try rules
 * on, none when it is only being kept; `now` in ms.
 */
export const reviewPolicy = (
  kind: PolicyKind,
  draft: Policies,
  texts: readonly string[],
  now: number,
): PolicyFinding[] => {
  if (kind === 'triage')
    return (
      lintTriage(draft.triage, texts)
        // Without messages no rule can have matched.
        .filter(fault => texts.length > 0 || fault.kind !== 'neverMatched')
        .map(({ kind: fault, rule, other }) => ({ kind: fault, what: rule, ...(other && { other }) }))
    )
  const year = kind === 'tiers' ? undefined : missingYear(draft, now)
  return year === undefined ? [] : [{ kind: 'missingYear', what: String(year) }]
}
