import { LinearModel } from '../../domain/triage/linearModel'
import type { Lesson } from './lessonsFrom'

/** Places of features and what they weigh. */
export interface Row {
  places: Int32Array
  values: Float64Array
}

/** The lessons as a model with these features hears them. */
export const rowsOf = (lessons: readonly Lesson[], names: readonly string[], tellings: Float64Array) => {
  const ears = new LinearModel({
    id: '',
    source: '',
    features: names.join(' '),
    weights: '',
    scales: [],
    biases: [],
    thresholds: { short: 0, letter: 0 },
  })
  return lessons.map(({ text, passages, features }) => {
    const heard = ears.hear(text, passages, features)
    const { places, values } = ears.valuesOf(heard.whole)
    return {
      passages: heard.passages.map(part => ears.valuesOf(part)),
      whole: { places, values: values.map((value, k) => value * tellings[places[k]!]!) },
    }
  })
}
