import { categories } from '../../contract/categories'
import { requestTypes } from './triagePolicy'

/** A trained model as it is stored: one weight of 8 bits for each feature and output. */
export interface ModelData {
  id: string
  /** How it came to be: the number of examples, and how it agreed in cross-validation. */
  source: string
  /** Names of the features, separated by blanks; runs of one to three characters stand for themselves. */
  features: string
  /** Base64 of signed bytes, output by output within feature by feature. */
  weights: string
  /** What a byte of 1 is worth, and what an empty message gets, for each output. */
  scales: number[]
  biases: number[]
  /**
   * The log-odds from which on a passage is taken for a danger, in a short message and in a letter, which has many to be
   * wrong about and is calmer in tone: scores of danger count from here.
   */
  thresholds: { short: number; letter: number }
}

/** What the model answers: is it a danger, which of the other tiers, which category, which type. */
export const outputs = ['danger', 'B', 'C', 'D', ...categories, ...requestTypes] as const
export type Output = (typeof outputs)[number]
