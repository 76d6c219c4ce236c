import { categories } from '../../contract/categories'
import { requestTypes } from './triagePolicy'

/** A trained model as it is stored. */
export interface ModelData {
  id: string
  /** How it came to be: the number of examples, and how it agreed in cross-validation. */
  source: string
  /** The runs of characters that are features, as `unpackRuns` reads them, and the characters they are made of. */
  letters: string
  runs: string
  /** Names of the other features, separated by blanks: their weights come after those of the runs. */
  named: string
  /** Base64 of a signed byte for each feature: its weight for `danger`. */
  danger: string
  /** Base64 of a code of `codeBits` bits for each feature and each other output, output by output within feature by feature. */
  codes: string
  /** The weight, between -127 and 127, that each code stands for. */
  codebook: number[]
  /** What a weight of 1 is worth, and what an empty message gets, for each output. */
  scales: number[]
  biases: number[]
  /**
   * The log-odds from which on a passage is taken for a danger, in a short message and in a letter, which has many to be
   * wrong about and is calmer in tone: scores of danger count from here.
   */
  thresholds: { short: number; letter: number }
}

/** Bits of a code: 32 weights are told apart. */
export const codeBits = 5

/** What the model answers: is it a danger, which of the other tiers, which category, which type. */
export const outputs = ['danger', 'B', 'C', 'D', ...categories, ...requestTypes] as const
export type Output = (typeof outputs)[number]
