import type { Example } from '../../domain/triage/exampleParts'
import { Features } from '../../domain/triage/features'
import type { Output } from '../../domain/triage/modelData'
import { type Observation, observe } from '../../domain/triage/observe'
import { plainText } from '../../domain/triage/plainText'
import type { TriagePolicy } from '../../domain/triage/triagePolicy'
import { asLetter } from './asLetter'
import type { Phrase } from './loadVocabulary'
import { random } from './random'

/** A message as the trainer needs it. */
export interface Lesson extends Pick<Observation, 'text' | 'passages' | 'features'> {
  /** The outputs that are right for it, one for each group. */
  right: ReadonlySet<Output>
  weight: number
  /**
   * All that it teaches. A letter made from another message teaches danger, and its features count only when they are in
   * that one too; a phrase of the vocabulary teaches the class.
   */
  only?: 'danger' | 'category'
}

/** What a message that was put into a letter teaches beside one that was written so. */
const letterWeight = 0.5

/** What a phrase of the vocabulary teaches beside a message. */
const phraseWeight = 0.1

/** The lessons of some examples, each as it is and once more in a letter, and of the vocabulary of the classes. */
export const lessonsFrom = (
  examples: readonly Example[],
  vocabulary: readonly Phrase[],
  policy: TriagePolicy,
): Lesson[] => {
  const next = random(20240602)
  const messages = examples.flatMap(example => [
    lessonOf(example, policy, 1),
    { ...lessonOf(asLetter(example, examples, next), policy, letterWeight), only: 'danger' as const },
  ])
  return [...messages, ...vocabulary.map(phrase => lessonOfPhrase(phrase, policy))]
}

const lessonOfPhrase = ({ text: typed, category }: Phrase, policy: TriagePolicy): Lesson => {
  const text = plainText(typed, policy.spellings)
  return {
    text,
    passages: [{ start: 0, end: text.length, weight: 1 }],
    features: new Features(),
    right: new Set<Output>([category]),
    weight: phraseWeight,
    only: 'category',
  }
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
