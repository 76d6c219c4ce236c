import { categories } from '../../contract/categories'
import { type ModelData, type Output, outputs } from '../../domain/triage/modelData'
import { requestTypes } from '../../domain/triage/triagePolicy'
import { namesOf, tellingsOf } from './featureNames'
import type { Lesson } from './lessonsFrom'
import { packModel } from './packModel'
import { random } from './random'
import { type Row, rowsOf } from './rowsOf'

/** Groups of outputs of which exactly one is right. Danger is a question of its own, asked of each passage. */
const groups = [['B', 'C', 'D'] as const, categories, requestTypes].map(group =>
  group.map(output => outputs.indexOf(output)),
)

export interface Settings {
  /**
   * The weights are the mean of so many models, each learnt from nothing in an order of its own: which passage of a letter
   * is its danger is a matter of chance early on, and one model alone may have settled on the wrong one.
   */
  models: number
  rounds: number
  /** The weights of a model are the mean of what they were after so many last rounds, steadier than the last alone. */
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
  models: 4,
  rounds: 15,
  averaged: 6,
  rate: 0.15,
  decay: 0.0006,
  atLeast: 2,
  withoutRules: 0.4,
}

const width = outputs.length

const classes = {
  group: groups[1]!,
  first: outputs.indexOf(categories[0]),
  end: outputs.indexOf(categories[0]) + categories.length,
}

/**
 * What a message is about and where it is says nothing of whether it is a danger: cues of matters, what a letter begins
 * with, and runs of numbers and parts of addresses (三单元), or short messages with no danger in them are raised for theirs.
 */
const matter = /^([=>]of|\^|[=>]where$)|^[一二三四五六七八九十0单元楼栋号幢层座小区院道门口的]+$/

/**
 * Trains by AdaGrad on the logistic loss of each group; `packModel` stores what matters. A message is as much of
 * a danger as its worst passage, so danger is learnt from that one alone: nobody has to say which one it is.
 */
export const trainModel = (
  id: string,
  source: string,
  lessons: readonly Lesson[],
  { models, rounds, averaged, rate, decay, atLeast, withoutRules }: Settings = settings,
): ModelData => {
  const known = namesOf(lessons, atLeast)
  const names = known.map(([name]) => name)
  const counts = known.map(([, count]) => count)
  const tellings = tellingsOf(lessons, names)
  const rows = rowsOf(lessons, names, tellings)
  const weights = new Float32Array(names.length * width)
  const speeds = new Float32Array(names.length * width)
  const biases = new Float64Array(width)
  const sums = { weights: new Float32Array(weights.length), biases: new Float64Array(width) }
  const next = random(20240601)
  const order = lessons.map((_, i) => i)
  const rarity = raritiesOf(lessons)
  const isRule = Uint8Array.from(names, name => Number(name.startsWith('!')))
  const isMatter = Uint8Array.from(names, name => Number(matter.test(name)))

  /** Scores of the outputs from `first` up to `end`. */
  const heard = ({ places, values }: Row, isBlind: boolean, first: number, end: number): Float64Array => {
    const scores = biases.slice()
    for (let k = 0; k < places.length; k++) {
      const [place, value] = [places[k]!, values[k]!]
      if ((isBlind && isRule[place]) || (first === 0 && isMatter[place])) continue
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
      if ((isBlind && isRule[place]) || (first === 0 && isMatter[place])) continue
      for (let o = first, at = place * width + first; o < end; o++, at++) {
        const step = slopes[o]! * value + decay * weights[at]!
        speeds[at]! += step * step
        weights[at]! -= (rate * step) / Math.sqrt(speeds[at]!)
      }
    }
  }

  for (let model = 0; model < models; model++) {
    weights.fill(0)
    speeds.fill(0.1)
    biases.fill(0)
    for (let round = 0; round < rounds; round++) {
      for (let i = order.length - 1; i > 0; i--) {
        const j = Math.floor(next() * (i + 1))
        ;[order[i], order[j]] = [order[j]!, order[i]!]
      }
      for (const i of order) {
        const { right, weight, only } = lessons[i]!
        const { passages, whole } = rows[i]!
        const isBlind = next() < withoutRules
        const slopes = new Float64Array(width)
        if (only === 'category') {
          const { first, end, group } = classes
          slopesOf(group, heard(whole, isBlind, first, end), right, weight, slopes)
          learn(whole, isBlind, slopes, first, end)
          continue
        }
        let [worst, danger] = [passages[0]!, -Infinity]
        for (const row of passages) {
          const score = heard(row, isBlind, 0, 1)[0]!
          if (score > danger) [worst, danger] = [row, score]
        }
        slopes[0] = (1 / (1 + Math.exp(-danger)) - Number(right.has('danger'))) * weight
        learn(worst, isBlind, slopes, 0, 1)
        // What is asked for is learnt only from what people wrote: a frame around it teaches where a danger hides, no more.
        if (only) continue
        // Of a danger nobody says which tier it would be without.
        const first = right.has('danger') ? 4 : 1
        const scores = heard(whole, isBlind, first, width)
        for (const group of groups)
          if (group[0]! >= first) slopesOf(group, scores, right, weight * rarity(group, right), slopes)
        learn(whole, isBlind, slopes, first, width)
      }
      if (round < rounds - averaged) continue
      for (let at = 0; at < weights.length; at++) sums.weights[at]! += weights[at]! / (averaged * models)
      for (let o = 0; o < width; o++) sums.biases[o]! += biases[o]! / (averaged * models)
    }
  }
  for (let at = 0; at < weights.length; at++)
    if (at % width) sums.weights[at]! *= tellings[Math.floor(at / width)]!
  return packModel({ id, source, names, counts, weights: sums.weights, biases: sums.biases })
}

/** How much a rare answer counts: 0 like any other, 1 as if all were equally common. */
const rare = 0.3

/** What a lesson counts by how rare its answer is in a group: rare ones more, so that they are not given up. */
const raritiesOf = (lessons: readonly Lesson[]) => {
  const counts = new Float64Array(width)
  for (const { right, only } of lessons)
    if (!only) for (const output of right) counts[outputs.indexOf(output)]!++
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
