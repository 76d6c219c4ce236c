import { categories } from '../../contract/categories'
import type { Feature } from './features'
import type { Passage } from './passages'
import { requestTypes } from './triagePolicy'
import { Trie } from './trie'

/** A trained model as it is stored: one weight of 8 bits for each feature and output. */
export interface ModelData {
  id: string
  /** How it came to be: the number of examples, and how it agreed in cross-validation. */
  source: string
  /** Names of the features, separated by blanks; runs of one to three characters stand for themselves. */
  features: string
  /** Base64 of signed bytes, output by output within feature by feature. */
  weights: string
  /** What a byte of 1 is worth, and what an empty message gets, for each output. */
  scales: number[]
  biases: number[]
  /**
   * The log-odds from which on a passage is taken for a danger, in a short message and in a letter, which has many to be
   * wrong about and is calmer in tone: scores of danger count from here.
   */
  thresholds: { short: number; letter: number }
}

/** What the model answers: is it a danger, which of the other tiers, which category, which type. */
export const outputs = ['danger', 'B', 'C', 'D', ...categories, ...requestTypes] as const
export type Output = (typeof outputs)[number]

/** The longest run of characters that is a feature. */
const longestRun = 3

/** All runs of a text together weigh as much as this many words of the policy, however long it is. */
const runsWeigh = 6

/** The words of the policy that are in a text weigh no more together than so many; a few weigh one each. */
const namedAtMost = 12

/** What one run weighs in a text of so many characters. */
const runValue = (length: number): number => runsWeigh / Math.sqrt(Math.max(longestRun * length, 30))

/** Runs of one to three characters of a text, none across a mark; all digits look alike. */
export const runsOf = (text: string): Set<string> => {
  const runs = new Set<string>()
  for (const clause of text.replace(/\d/g, '0').split(/[，。]/)) {
    for (let start = 0; start < clause.length; start++) {
      const end = Math.min(clause.length, start + longestRun)
      for (let stop = start + 1; stop <= end; stop++) runs.add(clause.slice(start, stop))
    }
  }
  return runs
}

/** A feature that is in a message: its place in the model, what it weighs there, and where it stands in the text. */
export interface Spoken {
  place: number
  value: number
  /** The words of the policy that stand for it; a run stands for itself, from `start` up to `end`. */
  words: string | undefined
  start: number
  end: number
}

/** What a model hears in a message: in each passage by itself, and in all of it with the passages weighed. */
export interface Heard {
  passages: readonly (readonly Spoken[])[]
  whole: readonly Spoken[]
}

const width = outputs.length

/** What the names of features begin with that are no runs of characters. */
const named = '=>!~<#@'

/** Of so many strongest features those are named that do not say the same. */
const candidates = 8

/** A linear model over runs of characters and what the policy's words say. */
export class LinearModel {
  readonly id: string
  private readonly named = new Map<string, number>()
  private readonly runs: Trie
  /** The place of the run that ends at a node, and whether it is one. */
  private readonly placeAt: Int32Array
  private readonly weights: Int8Array
  /** For each place the last passage or message it was met in: a run counts once. */
  private readonly metIn: Uint32Array
  private met = 0
  /** What each place of the present message weighs in the whole. */
  private readonly wholeWeight: Float32Array

  constructor(private readonly data: ModelData) {
    this.id = data.id
    const names = data.features.split(' ')
    this.runs = new Trie(names.length * 2)
    const ends: [node: number, place: number][] = []
    let last = 0
    names.forEach((name, place) => {
      if (name.length > longestRun || named.includes(name.charAt(0))) return this.named.set(name, place)
      const node = this.runs.add(name)
      last = Math.max(last, node)
      return ends.push([node, place])
    })
    this.placeAt = new Int32Array(names.length * longestRun + 2).fill(-1)
    for (const [node, place] of ends) this.placeAt[node] = place
    this.weights = new Int8Array(Buffer.from(data.weights, 'base64'))
    this.metIn = new Uint32Array(names.length)
    this.wholeWeight = new Float32Array(names.length)
  }

  /** The features of a message that the model knows. */
  hear(text: string, passages: readonly Passage[], features: readonly Feature[]): Heard {
    const heard: Spoken[][] = passages.map(() => [])
    for (const { name, words, passage } of features) {
      const place = this.named.get(name)
      if (place === undefined) continue
      if (passage !== undefined) heard[passage]!.push({ place, value: 1, words, start: 0, end: 0 })
      else for (const spoken of heard) spoken.push({ place, value: 1, words, start: 0, end: 0 })
    }
    passages.forEach((passage, i) => this.hearRuns(text, passage, heard[i]!))
    const [only] = heard
    return { passages: heard, whole: only && heard.length === 1 ? only : this.wholeOf(passages, heard) }
  }

  private hearRuns(text: string, { start: from, end: until }: Passage, spoken: Spoken[]): void {
    const few = Math.sqrt(namedAtMost / Math.max(spoken.length, namedAtMost))
    for (const one of spoken) one.value = few
    const value = runValue(until - from)
    const passage = ++this.met
    for (let start = from; start < until; start++) {
      let node = 0
      const stop = Math.min(until, start + longestRun)
      for (let i = start; i < stop; i++) {
        const code = text.charCodeAt(i)
        node = this.runs.step(node, code >= 0x30 && code <= 0x39 ? 0x30 : code)
        if (!node) break
        const place = this.placeAt[node]!
        if (place < 0 || this.metIn[place] === passage) continue
        this.metIn[place] = passage
        spoken.push({ place, value, words: undefined, start, end: i + 1 })
      }
    }
  }

  /** Every feature once, with the weight of the weightiest passage it is in; long letters weigh no more than short notes. */
  private wholeOf(passages: readonly Passage[], heard: readonly (readonly Spoken[])[]): Spoken[] {
    const whole: Spoken[] = []
    const message = ++this.met
    let length = 0
    heard.forEach((spoken, i) => {
      const { start, end, weight } = passages[i]!
      length += weight * weight * (end - start)
      for (const one of spoken) {
        const { place } = one
        const isNew = this.metIn[place] !== message
        if (isNew) {
          this.metIn[place] = message
          this.wholeWeight[place] = 0
          whole.push({ ...one })
        }
        this.wholeWeight[place] = Math.max(this.wholeWeight[place]!, weight)
      }
    })
    let sum = 0
    for (const { place, words } of whole) if (words !== undefined) sum += this.wholeWeight[place]! ** 2
    const few = Math.sqrt(namedAtMost / Math.max(sum, namedAtMost))
    const value = runValue(length)
    for (const one of whole)
      one.value = this.wholeWeight[one.place]! * (one.words === undefined ? value : few)
    return whole
  }

  /** The score of each output, as log-odds. */
  score(spoken: readonly Spoken[]): Float64Array {
    const { weights, data } = this
    const scores = new Float64Array(width)
    for (const { place, value } of spoken) {
      const row = place * width
      for (let i = 0; i < width; i++) scores[i]! += weights[row + i]! * value
    }
    for (let i = 0; i < width; i++) scores[i] = scores[i]! * data.scales[i]! + data.biases[i]!
    return scores
  }

  /** How much of a danger a passage is: log-odds, counted from where danger begins. */
  danger(spoken: readonly Spoken[], passages: number): number {
    let score = 0
    for (const { place, value } of spoken) score += this.weights[place * width]! * value
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
  strongest(spoken: readonly Spoken[], text: string, output: Output, count = 3): string[] {
    const column = outputs.indexOf(output)
    const top: { words: string; weight: number }[] = []
    let least = 0
    for (const { place, value, words, start, end } of spoken) {
      const own = this.weights[place * width + column]!
      if (own <= 0) continue
      const isChar = words === undefined && end - start === 1
      const weight = own * value * (isChar ? 0.01 : 1)
      if (weight <= least) continue
      if (top.length === candidates) top.pop()
      let at = top.length
      while (at && top[at - 1]!.weight < weight) at--
      top.splice(at, 0, { words: words ?? text.slice(start, end), weight })
      if (top.length === candidates) least = top[candidates - 1]!.weight
    }
    const said: string[] = []
    for (const { words } of top) {
      if (said.length === count) break
      if (words && !said.some(other => other.includes(words) || words.includes(other))) said.push(words)
    }
    return said
  }
}
