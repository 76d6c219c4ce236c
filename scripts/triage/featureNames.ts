import { isRun, runsOf } from '../../domain/triage/runs'
import { packRuns } from '../../domain/triage/runTree'
import type { Lesson } from './lessonsFrom'

/** A run is a feature too when so many phrases of the vocabulary have it. */
const phrases = 3

/**
 * The features that enough messages or phrases have, with how many, in the order of a model: runs as they are packed, then
 * the others.
 */
export const namesOf = (lessons: readonly Lesson[], atLeast: number): [name: string, count: number][] => {
  const counts = new Map<string, number>()
  const inPhrases = new Map<string, number>()
  for (const { text, features, only } of lessons) {
    if (only === 'danger') continue
    for (const name of new Set([...features.names(), ...runsOf(text)])) {
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (only) inPhrases.set(name, (inPhrases.get(name) ?? 0) + 1)
    }
  }
  const known = [...counts.keys()].filter(name => {
    const said = inPhrases.get(name) ?? 0
    return said >= phrases || counts.get(name)! - said >= (name.length === 3 ? atLeast + 1 : atLeast)
  })
  const { order } = packRuns(known.filter(isRun))
  return [...order, ...known.filter(name => !isRun(name))].map(name => [name, counts.get(name)!])
}

/**
 * How much a feature tells of tier, category and type: the more the fewer messages have it (inverse document frequency), 1
 * for one in thirty. Of a danger it tells as much however common it is.
 */
export const tellingsOf = (lessons: readonly Lesson[], names: readonly string[]): Float64Array => {
  const having = new Float64Array(names.length)
  const places = new Map(names.map((name, place) => [name, place]))
  let all = 0
  for (const { text, features, weight, only } of lessons) {
    if (only === 'danger') continue
    all += weight
    for (const name of new Set([...runsOf(text), ...features.names()])) {
      const place = places.get(name)
      if (place !== undefined) having[place]! += weight
    }
  }
  return having.map(count => Math.log(all / (1 + count)) / 3.4)
}
