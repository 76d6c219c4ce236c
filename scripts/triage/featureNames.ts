import { isRun, runsOf } from '../../domain/triage/runs'
import { packRuns } from '../../domain/triage/runTree'
import type { Lesson } from './lessonsFrom'

/** The features that enough messages have, with how many, in the order of a model: runs as they are packed, then the others. */
export const namesOf = (lessons: readonly Lesson[], atLeast: number): [name: string, count: number][] => {
  const counts = new Map<string, number>()
  for (const { text, features, isMade } of lessons) {
    if (isMade) continue
    const names = new Set(features.names())
    for (const run of runsOf(text)) names.add(run)
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const known = [...counts]
    .filter(([name, count]) => count >= (name.length === 3 ? atLeast + 1 : atLeast))
    .map(([name]) => name)
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
  const whole = lessons.filter(({ isMade }) => !isMade)
  for (const { text, features } of whole)
    for (const name of new Set([...runsOf(text), ...features.names()])) {
      const place = places.get(name)
      if (place !== undefined) having[place]!++
    }
  return having.map(count => Math.log(whole.length / (1 + count)) / 3.4)
}
