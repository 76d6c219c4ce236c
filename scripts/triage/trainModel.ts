import { categories } from '../../contract/categories'
import { LinearModel } from '../../domain/triage/linearModel'
import { type ModelData, type Output, outputs } from '../../domain/triage/modelData'
import type { Observation } from '../../domain/triage/observe'
import { runsOf } from '../../domain/triage/runs'
import { requestTypes } from '../../domain/triage/triagePolicy'
import { random } from './random'

/** A message as the trainer needs it. */
export interface Lesson extends Pick<Observation, 'text' | 'passages' | 'features'> {
  /** The outputs that are right for it, one for each group. */
  right: ReadonlySet<Output>
  weight: number
  /** Made from another message: its features count only when they are in that one too. */
  isMade?: boolean
}

/** Groups of outputs of which exactly one is right. Danger is a question of its own, asked of each passage. */
const groups = [['B', 'C', 'D'] as const, categories, requestTypes].map(group =>
  group.map(output => outputs.indexOf(output)),
)

export interface Settings {
  rounds: number
  /** The weights are the mean of what they were after so many last rounds, which is steadier than the last alone. */
  averaged: number
  rate: number
  /** How hard weights are pulled back to zero. */
  decay: number
  /** A feature has to be in so many messages; a run of three characters in one more. */
  atLeast: number
  /** How often a message is learnt without the verdict of the rules, so that the model does not merely repeat them. */
  withoutRules: number
}

export const settings: Settings = {
  rounds: 15,
  averaged: 6,
  rate: 0.15,
  decay: 0.0006,
  atLeast: 2,
  withoutRules: 0.4,
}

const width = outputs.length

/**
 * Trains by AdaGrad on the logistic loss of each group and stores what matters in 8 bits a weight. A message is as much of
 * a danger as its worst passage, so danger is learnt from that one alone: nobody has to say which one it is.
 */
export const trainModel = (
  id: string,
  source: string,
  lessons: readonly Lesson[],
  { rounds, averaged, rate, decay, atLeast, withoutRules }: Settings = settings,
): ModelData => {
  const known = namesOf(lessons, atLeast)
  const names = known.map(([name]) => name)
  const counts = known.map(([, count]) => count)
  const tellings = tellingsOf(lessons, names)
  const rows = rowsOf(lessons, names, tellings)
  const weights = new Float32Array(names.length * width)
  const speeds = new Float32Array(names.length * width).fill(0.1)
  const biases = new Float64Array(width)
  const sums = { weights: new Float32Array(weights.length), biases: new Float64Array(width) }
  const next = random(20240601)
  const order = lessons.map((_, i) => i)
  const rarity = raritiesOf(lessons)
  const isRule = Uint8Array.from(names, name => Number(name.startsWith('!')))

  /** Scores of the outputs from `first` up to `end`. */
  const heard = ({ places, values }: Row, isBlind: boolean, first: number, end: number): Float64Array => {
    const scores = biases.slice()
    for (let k = 0; k < places.length; k++) {
      const [place, value] = [places[k]!, values[k]!]
      if (isBlind && isRule[place]) continue
      for (let o = first, at = place * width + first; o < end; o++, at++) scores[o]! += weights[at]! * value
    }
    return scores
  }
  const learn = (
    { places, values }: Row,
    isBlind: boolean,
    slopes: Float64Array,
    first: number,
    end: number,
  ): void => {
    for (let o = first; o < end; o++) biases[o]! -= rate * 0.1 * slopes[o]!
    for (let k = 0; k < places.length; k++) {
      const [place, value] = [places[k]!, values[k]!]
      if (isBlind && isRule[place]) continue
      for (let o = first, at = place * width + first; o < end; o++, at++) {
        const step = slopes[o]! * value + decay * weights[at]!
        speeds[at]! += step * step
        weights[at]! -= (rate * step) / Math.sqrt(speeds[at]!)
      }
    }
  }

  for (let round = 0; round < rounds; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const i of order) {
      const { right, weight, isMade } = lessons[i]!
      const { passages, whole } = rows[i]!
      const isBlind = next() < withoutRules
      const slopes = new Float64Array(width)
      let [worst, danger] = [passages[0]!, -Infinity]
      for (const row of passages) {
        const score = heard(row, isBlind, 0, 1)[0]!
        if (score > danger) [worst, danger] = [row, score]
      }
      slopes[0] = (1 / (1 + Math.exp(-danger)) - Number(right.has('danger'))) * weight
      learn(worst, isBlind, slopes, 0, 1)
      // What is asked for is learnt only from what people wrote: a frame around it teaches where a danger hides, no more.
      if (isMade) continue
      // Of a danger nobody says which tier it would be without.
      const first = right.has('danger') ? 4 : 1
      const scores = heard(whole, isBlind, first, width)
      for (const group of groups)
        if (group[0]! >= first) slopesOf(group, scores, right, weight * rarity(group, right), slopes)
      learn(whole, isBlind, slopes, first, width)
    }
    if (round < rounds - averaged) continue
    for (let at = 0; at < weights.length; at++) sums.weights[at]! += weights[at]! / averaged
    for (let o = 0; o < width; o++) sums.biases[o]! += biases[o]! / averaged
  }
  for (let at = 0; at < weights.length; at++)
    if (at % width) sums.weights[at]! *= tellings[Math.floor(at / width)]!
  return packed(id, source, names, sums.weights, sums.biases, counts)
}

/** How much a rare answer counts: 0 like any other, 1 as if all were equally common. */
const rare = 0.3

/** What a lesson counts by how rare its answer is in a group: rare ones more, so that they are not given up. */
const raritiesOf = (lessons: readonly Lesson[]) => {
  const counts = new Float64Array(width)
  for (const { right, isMade } of lessons)
    if (!isMade) for (const output of right) counts[outputs.indexOf(output)]!++
  return (group: readonly number[], right: ReadonlySet<Output>): number => {
    const mean = group.reduce((sum, o) => sum + counts[o]!, 0) / group.length
    const own = group.find(o => right.has(outputs[o]!))
    return own === undefined ? 1 : (mean / counts[own]!) ** rare
  }
}

/** How far the scores of a group are from what is right, into `slopes`. */
const slopesOf = (
  group: readonly number[],
  scores: Float64Array,
  right: ReadonlySet<Output>,
  weight: number,
  slopes: Float64Array,
): void => {
  let [top, sum] = [-Infinity, 0]
  for (const o of group) top = Math.max(top, scores[o]!)
  for (const o of group) sum += Math.exp(scores[o]! - top)
  for (const o of group)
    slopes[o] = (Math.exp(scores[o]! - top) / sum - Number(right.has(outputs[o]!))) * weight
}

/** The features that enough messages have, with how many. */
const namesOf = (lessons: readonly Lesson[], atLeast: number): [name: string, count: number][] => {
  const counts = new Map<string, number>()
  for (const { text, features, isMade } of lessons) {
    if (isMade) continue
    const names = new Set(features.map(({ name }) => name))
    for (const run of runsOf(text)) names.add(run)
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  // The commonest first: what is looked up together then lies together in memory.
  return [...counts]
    .filter(([name, count]) => count >= (name.length === 3 ? atLeast + 1 : atLeast))
    .sort((a, b) => b[1] - a[1])
}

/**
 * How much a feature tells of tier, category and type: the more the fewer messages have it (inverse document frequency), 1
 * for one in thirty. Of a danger it tells as much however common it is.
 */
const tellingsOf = (lessons: readonly Lesson[], names: readonly string[]): Float64Array => {
  const having = new Float64Array(names.length)
  const places = new Map(names.map((name, place) => [name, place]))
  const whole = lessons.filter(({ isMade }) => !isMade)
  for (const { text, features } of whole)
    for (const name of new Set([...runsOf(text), ...features.map(({ name }) => name)])) {
      const place = places.get(name)
      if (place !== undefined) having[place]!++
    }
  return having.map(count => Math.log(whole.length / (1 + count)) / 3.4)
}

/** Places of features and what they weigh. */
interface Row {
  places: Int32Array
  values: Float64Array
}

/** The lessons as a model with these features hears them. */
const rowsOf = (lessons: readonly Lesson[], names: readonly string[], tellings: Float64Array) => {
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

/**
 * A feature stays when one of its weights, of 127, is at least so much: `danger` for a danger, `other` for the rest, where
 * one that few messages have only says what those messages were. Dropping the others changed no figure of leaving a lot out.
 */
const least = { danger: 9, other: 42 }

/** The weights in 8 bits. */
const packed = (
  id: string,
  source: string,
  names: readonly string[],
  weights: Float32Array,
  biases: Float64Array,
  counts: readonly number[],
): ModelData => {
  const scales = outputs.map((_, o) => {
    let most = 0
    for (let at = o; at < weights.length; at += width) most = Math.max(most, Math.abs(weights[at]!))
    return Number((most / 127).toPrecision(6))
  })
  const kept: string[] = []
  const bytes: number[] = []
  names.forEach((name, place) => {
    const row = scales.map((scale, o) => (scale ? Math.round(weights[place * width + o]! / scale) : 0))
    const isCommon = counts[place]! >= (name.length === 3 ? 4 : 3)
    const tells = row.some(
      (weight, o) => Math.abs(weight) >= (o ? least.other : least.danger) && (isCommon || !o),
    )
    if (!tells) return
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
    thresholds: { short: 0, letter: 0 },
  }
}
