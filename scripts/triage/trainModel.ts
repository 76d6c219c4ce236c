import type { Feature } from '../../domain/triage/features'
import { type ModelData, type Output, outputs, runsOf, runValue } from '../../domain/triage/linearModel'

/** A message as the trainer needs it. */
export interface Lesson {
  text: string
  features: readonly Feature[]
  /** The outputs that are right for it, one for each group. */
  right: ReadonlySet<Output>
  weight: number
}

/** Groups of outputs of which exactly one is right; a group of one is a question of yes or no. */
const groups: readonly (readonly Output[])[] = [
  ['danger'],
  ['B', 'C', 'D'],
  outputs.slice(4, 20),
  outputs.slice(20),
]

export interface Settings {
  rounds: number
  rate: number
  /** How hard weights are pulled back to zero. */
  decay: number
  /** A feature has to be in so many messages. */
  atLeast: number
  /** How often a message is learnt without the verdict of the rules, so that the model does not merely repeat them. */
  withoutRules: number
}

export const settings: Settings = { rounds: 30, rate: 0.15, decay: 0.0006, atLeast: 2, withoutRules: 0.4 }

/** A small generator of even numbers in [0, 1) (mulberry32): training gives the same model on every machine. */
const random = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** Trains by AdaGrad on the logistic loss of each group and stores what matters in 8 bits a weight. */
export const trainModel = (
  id: string,
  source: string,
  lessons: readonly Lesson[],
  { rounds, rate, decay, atLeast, withoutRules }: Settings = settings,
): ModelData => {
  const width = outputs.length
  const places = placesOf(lessons, atLeast)
  const rows = lessons.map(lesson => rowOf(lesson, places))
  const weights = new Float64Array(places.size * width)
  const speeds = new Float64Array(places.size * width).fill(0.1)
  const biases = new Float64Array(width)
  const next = random(20240601)
  const order = lessons.map((_, i) => i)
  const isRule = [...places.keys()].map(name => name.startsWith('!'))

  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const i of order) {
      const { right, weight } = lessons[i]!
      const isBlind = next() < withoutRules
      const row = isBlind ? rows[i]!.filter(([place]) => !isRule[place]) : rows[i]!
      const scores = new Float64Array(biases)
      for (const [place, value] of row)
        for (let o = 0; o < width; o++) scores[o]! += weights[place * width + o]! * value
      const slopes = slopesOf(scores, right)
      for (let o = 0; o < width; o++) {
        const slope = slopes[o]! * weight
        if (!slope) continue
        biases[o]! -= rate * 0.1 * slope
        for (const [place, value] of row) {
          const at = place * width + o
          const step = slope * value + decay * weights[at]!
          speeds[at]! += step * step
          weights[at]! -= (rate * step) / Math.sqrt(speeds[at]!)
        }
      }
    }
  }
  return packed(id, source, [...places.keys()], weights, biases)
}

/** How much each score has to go down, for each output. */
const slopesOf = (scores: Float64Array, right: ReadonlySet<Output>): Float64Array => {
  const slopes = new Float64Array(scores.length)
  for (const group of groups) {
    const at = group.map(output => outputs.indexOf(output))
    if (at.length === 1) {
      const o = at[0]!
      slopes[o] = 1 / (1 + Math.exp(-scores[o]!)) - Number(right.has(group[0]!))
      continue
    }
    if (!group.some(output => right.has(output))) continue
    const top = Math.max(...at.map(o => scores[o]!))
    const sum = at.reduce((total, o) => total + Math.exp(scores[o]! - top), 0)
    at.forEach((o, i) => (slopes[o] = Math.exp(scores[o]! - top) / sum - Number(right.has(group[i]!))))
  }
  return slopes
}

const placesOf = (lessons: readonly Lesson[], atLeast: number): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const { text, features } of lessons) {
    const names = new Set(features.map(({ name }) => name))
    for (const run of runsOf(text)) names.add(run)
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const kept = [...counts].filter(([, count]) => count >= atLeast).map(([name]) => name)
  return new Map(kept.map((name, i) => [name, i]))
}

const rowOf = ({ text, features }: Lesson, places: ReadonlyMap<string, number>): [number, number][] => {
  const row = new Map<number, number>()
  const value = runValue(text)
  for (const run of runsOf(text)) {
    const place = places.get(run)
    if (place !== undefined) row.set(place, value)
  }
  for (const { name } of features) {
    const place = places.get(name)
    if (place !== undefined) row.set(place, 1)
  }
  return [...row]
}

/** Weights that are nothing in 8 bits leave, and with them the features that have no other. */
const packed = (
  id: string,
  source: string,
  names: readonly string[],
  weights: Float64Array,
  biases: Float64Array,
): ModelData => {
  const width = outputs.length
  const scales = outputs.map((_, o) => {
    let most = 0
    for (let at = o; at < weights.length; at += width) most = Math.max(most, Math.abs(weights[at]!))
    return Number((most / 127).toPrecision(6))
  })
  const kept: string[] = []
  const bytes: number[] = []
  names.forEach((name, place) => {
    const row = scales.map((scale, o) => (scale ? Math.round(weights[place * width + o]! / scale) : 0))
    if (!row.some(weight => Math.abs(weight) > 1)) return
    kept.push(name)
    bytes.push(...row)
  })
  return {
    id,
    source,
    features: kept.join(' '),
    weights: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
    scales,
    biases: [...biases].map(bias => Number(bias.toFixed(4))),
  }
}
