import { decide, type TriageDecision } from '../../domain/triage/decide'
import { LinearModel } from '../../domain/triage/linearModel'
import type { TriagePolicy } from '../../domain/triage/triagePolicy'
import { type Evidence, weigh } from '../../domain/triage/weigh'
import { foldsOf } from './foldsOf'
import { lessonsFrom } from './lessonsFrom'
import type { FiledExample } from './loadExamples'
import type { Phrase } from './loadVocabulary'
import { type Settings, trainModel } from './trainModel'

/** A message with what a model that never saw it, nor a near-copy of it, found in it. */
export interface Judged {
  example: FiledExample
  evidence: Evidence
}

/** Judges each example by a model made from the others and the vocabulary. */
export const crossValidate = (
  examples: readonly FiledExample[],
  vocabulary: readonly Phrase[],
  policy: TriagePolicy,
  settings?: Settings,
): Judged[] => {
  const folds = foldsOf(examples)
  return [...new Set(folds)].sort().flatMap(fold => {
    const taught = examples.filter((_, i) => folds[i] !== fold)
    const model = new LinearModel(trainModel('', '', lessonsFrom(taught, vocabulary, policy), settings))
    return examples
      .filter((_, i) => folds[i] === fold)
      .map(example => ({ example, evidence: weigh({ text: example.text }, policy, model) }))
  })
}

/** The decisions there would be if danger began `threshold` higher. */
export const decideFrom = (
  judged: readonly Judged[],
  policy: TriagePolicy,
  threshold: number,
): { example: FiledExample; decision: TriageDecision }[] =>
  judged.map(({ example, evidence }) => ({
    example,
    decision: decide(
      {
        ...evidence,
        danger: { ...evidence.danger, score: evidence.danger.score - threshold },
        matched: evidence.matched.map(({ score, ...match }) => ({
          ...match,
          ...(score !== undefined && { score: score - threshold }),
        })),
      },
      policy,
    ),
  }))
