import type { Features } from './features'
import { type Heard, Hearing, type Part, tenths } from './hearing'
import { type ModelData, outputs } from './modelData'
import type { Passage } from './passages'
import { RowSums } from './rowSums'
import { middle, rowBytes, unpackWeights, type Weights } from './unpackWeights'

/** Of so many strongest features those are named that do not say the same. */
const candidates = 8

/** A run that begins or ends with one of these says nothing by itself to a reader, such as 划的 or 到南. */
const particles = new Set(
  [...'的了到是我你他她它们在就也都把被着过很太吗呢吧啊呀嘛么和与及或又还才跟给让从向对这那有没不一个'].map(
    char => char.charCodeAt(0),
  ),
)

/** A linear model over runs of characters and what the policy's words say. */
export class LinearModel {
  readonly id: string
  private readonly hearing: Hearing
  private readonly weights: Weights
  private readonly sums: RowSums
  /** Sums of the words of the policy and of runs, and the strongest features, for the present message. */
  private readonly named = new Int32Array(rowBytes)
  private readonly runs = new Int32Array(rowBytes)
  private readonly scores = new Float64Array(outputs.length)
  private readonly topAt = new Int32Array(candidates)
  private readonly topWeight = new Float64Array(candidates)
  /** Where the words are that were named. */
  private readonly saidAt = new Int32Array(candidates)

  constructor(private readonly data: ModelData) {
    this.id = data.id
    this.hearing = new Hearing(data, data.named.split(' '))
    this.weights = unpackWeights(data)
    this.sums = new RowSums(this.weights.rows)
  }

  /** The features of a message that the model knows; they hold until it hears the next one. */
  hear(text: string, passages: readonly Passage[], features: Features): Heard {
    return this.hearing.hear(text, passages, features)
  }

  /** The score of each output but danger, as log-odds, in the place it has in `outputs`; they hold until the next message is scored. */
  score({ from, runs, end, named, run }: Part): Float64Array {
    const { data, sums, hearing, named: ofNamed, runs: ofRuns, scores } = this
    sums.add(hearing.places, hearing.weights, from, runs, ofNamed)
    sums.add(hearing.places, hearing.weights, runs, end, ofRuns)
    for (let o = 1; o < outputs.length; o++)
      scores[o] =
        ((ofNamed[o - 1]! * named + ofRuns[o - 1]! * run) / tenths) * data.scales[o]! + data.biases[o]!
    return scores
  }

  /** How much of a danger a passage is: log-odds, counted from where danger begins. */
  danger({ from, runs, end, named, run }: Part, passages: number): number {
    const { hearing, weights } = this
    let [sumOfNamed, sumOfRuns] = [0, 0]
    for (let at = from; at < runs; at++) sumOfNamed += weights.danger[hearing.places[at]!]!
    for (let at = runs; at < end; at++) sumOfRuns += weights.danger[hearing.places[at]!]!
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

  /** The words that spoke most for an output, by its place in `outputs`, strongest first; a bare character only when there is nothing else. */
  strongest(part: Part, text: string, output: number, count = 3): string[] {
    const said: string[] = []
    const { from, characters, end } = part
    const ranked = this.rank(part, from, characters, output)
    this.name(ranked, text, count, said, part.runs)
    if (!said.length) this.name(ranked, text, count, said)
    if (said.length < count && ranked < candidates)
      this.name(this.rank(part, characters, end, output), text, count, said)
    return said
  }

  /** Puts the strongest features between two places of the lists in order; gives how many. */
  private rank({ runs, named, run }: Part, from: number, end: number, output: number): number {
    const { topAt, topWeight } = this
    const { danger, rows } = this.weights
    const { places, weights } = this.hearing
    const [isDanger, column] = [output === 0, output - 1]
    let [length, least] = [0, 0]
    for (let at = from; at < end; at++) {
      const place = places[at]!
      const own = isDanger ? danger[place]! : rows[place * rowBytes + column]! - middle
      const weight = own * weights[at]! * (at < runs ? named : run)
      if (weight <= least) continue
      let rank = length < candidates ? length++ : candidates - 1
      for (; rank && topWeight[rank - 1]! < weight; rank--) {
        topAt[rank] = topAt[rank - 1]!
        topWeight[rank] = topWeight[rank - 1]!
      }
      topAt[rank] = at
      topWeight[rank] = weight
      if (length === candidates) least = topWeight[candidates - 1]!
    }
    return length
  }

  /**
   * Adds the words of the ranked features to `said`, as far as they say something else than those before. Runs, which stand
   * from `whole` on, are left out when a particle is at their edge.
   */
  private name(ranked: number, text: string, count: number, said: string[], whole = Infinity): void {
    const { hearing, topAt, saidAt } = this
    for (let i = 0; i < ranked && said.length < count; i++) {
      const at = topAt[i]!
      let isNew = hearing.saysSomething(at) && !(at >= whole && hearing.isEdged(at, text, particles))
      for (let k = 0; k < said.length && isNew; k++) isNew = !hearing.saysTheSame(saidAt[k]!, at, text)
      if (!isNew) continue
      saidAt[said.length] = at
      said.push(hearing.wordsAt(at, text))
    }
  }
}
