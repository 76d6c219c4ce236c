import { Hearing } from '../../domain/triage/hearing'
import { isRun } from '../../domain/triage/runs'
import { packRuns } from '../../domain/triage/runTree'
import type { Lesson } from './lessonsFrom'

/** Places of features and what they weigh. */
export interface Row {
  places: Int32Array
  values: Float64Array
}

/** The lessons as a model with these features hears them. */
export const rowsOf = (lessons: readonly Lesson[], names: readonly string[], tellings: Float64Array) => {
  const ears = new Hearing(
    packRuns(names.filter(isRun)),
    names.filter(name => !isRun(name)),
  )
  return lessons.map(({ text, passages, features }) => {
    const heard = ears.hear(text, passages, features)
    const { places, values } = ears.valuesOf(heard.whole)
    return {
      passages: heard.passages.map(part => ears.valuesOf(part)),
      whole: { places, values: values.map((value, k) => value * tellings[places[k]!]!) },
    }
  })
}
