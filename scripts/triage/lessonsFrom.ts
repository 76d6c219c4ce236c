import type { Example } from '../../domain/triage/exampleParts'
import type { Output } from '../../domain/triage/modelData'
import { type Observation, observe } from '../../domain/triage/observe'
import type { TriagePolicy } from '../../domain/triage/triagePolicy'
import { asLetter } from './asLetter'
import { random } from './random'

/** A message as the trainer needs it. */
export interface Lesson extends Pick<Observation, 'text' | 'passages' | 'features'> {
  /** The outputs that are right for it, one for each group. */
  right: ReadonlySet<Output>
  weight: number
  /** Made from another message: its features count only when they are in that one too. */
  isMade?: boolean
}

/** What a message that was put into a letter teaches beside one that was written so. */
const letterWeight = 0.5

/** The lessons of some examples: each as it is, and once more in a letter. */
export const lessonsFrom = (examples: readonly Example[], policy: TriagePolicy): Lesson[] => {
  const next = random(20240602)
  return examples.flatMap(example => [
    lessonOf(example, policy, 1),
    ...(letterWeight
      ? [{ ...lessonOf(asLetter(example, examples, next), policy, letterWeight), isMade: true }]
      : []),
  ])
}

const lessonOf = (
  { text: typed, tier, category, type }: Example,
  policy: TriagePolicy,
  weight: number,
): Lesson => {
  const { text, passages, features } = observe({ text: typed }, policy)
  return {
    text,
    passages,
    features: features.copy(),
    right: new Set<Output>([tier === 'A' ? 'danger' : tier, category, type]),
    weight,
  }
}
