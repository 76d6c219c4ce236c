import type { TriageDecision } from '../../domain/triage/decide'
import type { Example } from '../../domain/triage/exampleParts'

export type Decided = readonly { example: Example; decision: TriageDecision }[]

/** How decisions agree with labels; a share of nothing is NaN. */
export const agreement = (decided: Decided) => {
  const dangers = decided.filter(({ example }) => example.tier === 'A')
  const lookalikes = decided.filter(({ example }) => example.lookalike)
  const calm = decided.filter(({ example }) => example.tier !== 'A')
  const isRaised = ({ decision }: Decided[number]) => decision.tier === 'A'
  return {
    messages: decided.length,
    tier: share(decided, ({ example, decision }) => decision.tier === example.tier),
    dangers: dangers.length,
    recallA: share(dangers, isRaised),
    lookalikes: lookalikes.length,
    raised: share(lookalikes, isRaised),
    falseA: share(calm, isRaised),
    category: macroF1(decided.map(({ example, decision }) => [example.category, decision.category])),
    type: share(decided, ({ example, decision }) => decision.type === example.type),
  }
}

const share = <T>(part: readonly T[], right: (one: T) => boolean): number =>
  part.filter(right).length / part.length

/** The mean over all labels of how well each is found, however rare it is. */
export const macroF1 = (pairs: readonly (readonly [label: string, answer: string])[]): number => {
  const labels = [...new Set(pairs.map(([label]) => label))]
  const scores = labels.map(one => {
    const right = pairs.filter(([label, answer]) => label === one && answer === one).length
    return (
      (2 * right) /
      pairs.reduce((n, [label, answer]) => n + Number(label === one) + Number(answer === one), 0)
    )
  })
  return scores.reduce((sum, score) => sum + score, 0) / labels.length
}
