import { decide, type TriageDecision } from './decide'
import type { TriagePolicy } from './triagePolicy'

/**
 * A stored decision made again from its own trace; the same as it was, as long as `policy` is the one it names. Throws
 * when it is another one: a decision is only ever judged by the rules it was made under.
 */
export const replay = (
  { trace, policy: madeUnder }: TriageDecision,
  policy: TriagePolicy,
): TriageDecision => {
  if (madeUnder !== policy.id)
    throw new Error(`The decision was made under ${madeUnder}, not under ${policy.id}.`)
  const { decidedBy: _, ...evidence } = trace
  return decide(evidence, policy)
}
