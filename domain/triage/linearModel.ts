import type { Feature } from './features'
import { type Heard, Hearing, type Part, tenths } from './hearing'
import { type ModelData, type Output, outputs } from './modelData'
import type { Passage } from './passages'
import { unpackWeights } from './unpackWeights'

const width = outputs.length

/** Of so many strongest features those are named that do not say the same. */
const candidates = 8

/** What a bare character counts among the strongest words: it is named only when there is nothing else. */
const character = 0.01

/** A linear model over runs of characters and what the policy's words say. */
export class LinearModel {
  readonly id: string
  private readonly hearing: Hearing
  private readonly weights: Int8Array
  /** Sums of the words of the policy and of runs, and the strongest features, for the present message. */
  private readonly named = new Int32Array(width)
  private readonly runs = new Int32Array(width)
  private readonly topAt = new Int32Array(candidates)
  private readonly topWeight = new Float64Array(candidates)

  constructor(private readonly data: ModelData) {
    this.id = data.id
    this.hearing = new Hearing(data, data.named.split(' '))
    this.weights = unpackWeights(data)
  }

  /** The features of a message that the model knows; they hold until it hears the next one. */
  hear(text: string, passages: readonly Passage[], features: readonly Feature[]): Heard {
    return this.hearing.hear(text, passages, features)
  }

  /** The score of each output, as log-odds. */
  score({ from, runs, end, named, run }: Part): Float64Array {
    const { data } = this
    this.sum(from, runs, this.named)
    this.sum(runs, end, this.runs)
    const scores = new Float64Array(width)
    for (let o = 0; o < width; o++)
      scores[o] =
        ((this.named[o]! * named + this.runs[o]! * run) / tenths) * data.scales[o]! + data.biases[o]!
    return scores
  }

  private sum(from: number, end: number, sums: Int32Array): void {
    const { weights } = this
    const { places, weights: own } = this.hearing
    sums.fill(0)
    for (let at = from; at < end; at++) {
      const weight = own[at]!
      const row = places[at]! * width
      for (let o = 0; o < width; o++) sums[o]! += weights[row + o]! * weight
    }
  }

  /** How much of a danger a passage is: log-odds, counted from where danger begins. */
  danger({ from, runs, end, named, run }: Part, passages: number): number {
    const { places } = this.hearing
    let [sumOfNamed, sumOfRuns] = [0, 0]
    for (let at = from; at < runs; at++) sumOfNamed += this.weights[places[at]! * width]!
    for (let at = runs; at < end; at++) sumOfRuns += this.weights[places[at]! * width]!
    const score = sumOfNamed * named + sumOfRuns * run
    return score * this.data.scales[0]! + this.data.biases[0]! - this.threshold(passages)
  }

  /** How likely a passage with such a score of danger is one, between 0 and 1. */
  chance(danger: number, passages: number): number {
    return 1 / (1 + Math.exp(-danger - this.threshold(passages)))
  }

  private threshold(passages: number): number {
    return passages > 1 ? this.data.thresholds.letter : this.data.thresholds.short
  }

  /** The words that spoke most for an output, strongest first; a bare character only when there is nothing else. */
  strongest({ from, runs, end, named, run }: Part, text: string, output: Output, count = 3): string[] {
    const { hearing, topAt, topWeight, weights } = this
    const column = outputs.indexOf(output)
    let [length, least] = [0, 0]
    for (let at = from; at < end; at++) {
      const own = weights[hearing.places[at]! * width + column]!
      if (own <= 0) continue
      let weight = own * hearing.weights[at]! * (at < runs ? named : run)
      if (weight <= least) continue
      if (at >= runs && hearing.lengthOf(at) === 1) weight *= character
      if (weight <= least) continue
      let place = length < candidates ? length++ : candidates - 1
      for (; place && topWeight[place - 1]! < weight; place--) {
        topAt[place] = topAt[place - 1]!
        topWeight[place] = topWeight[place - 1]!
      }
      topAt[place] = at
      topWeight[place] = weight
      if (length === candidates) least = topWeight[candidates - 1]!
    }
    const said: string[] = []
    for (let i = 0; i < length && said.length < count; i++) {
      const words = hearing.wordsAt(topAt[i]!, text)
      if (words && !said.some(other => other.includes(words) || words.includes(other))) said.push(words)
    }
    return said
  }
}
