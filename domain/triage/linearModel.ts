import { categories } from '../../contract/categories'
import type { Feature } from './features'
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
}

/** What the model answers: is it a danger, which of the other tiers, which category, which type. */
export const outputs = ['danger', 'B', 'C', 'D', ...categories, ...requestTypes] as const
export type Output = (typeof outputs)[number]

/** The longest run of characters that is a feature. */
const longestRun = 3

/** All runs together weigh as much as this many words of the policy, however long the message is. */
const runsWeigh = 6

/** What one run weighs in a text. */
export const runValue = (text: string): number =>
  runsWeigh / Math.sqrt(Math.max(longestRun * text.length, 30))

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
  words: string | readonly [start: number, end: number]
}

const width = outputs.length

/** What the names of features begin with that are no runs of characters. */
const named = '=!~#'

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
  /** For each place the last message it was seen in: a run counts once. */
  private readonly seenIn: Uint32Array
  private message = 0

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
    this.seenIn = new Uint32Array(names.length)
  }

  /** The features of a message that the model knows. */
  spoken(text: string, features: readonly Feature[]): Spoken[] {
    const spoken: Spoken[] = []
    for (const { name, words } of features) {
      const place = this.named.get(name)
      if (place !== undefined) spoken.push({ place, value: 1, words })
    }
    const value = runValue(text)
    const message = ++this.message
    for (let start = 0; start < text.length; start++) {
      let node = 0
      const stop = Math.min(text.length, start + longestRun)
      for (let i = start; i < stop; i++) {
        const code = text.charCodeAt(i)
        node = this.runs.step(node, code >= 0x30 && code <= 0x39 ? 0x30 : code)
        if (!node) break
        const place = this.placeAt[node]!
        if (place < 0 || this.seenIn[place] === message) continue
        this.seenIn[place] = message
        spoken.push({ place, value, words: [start, i + 1] })
      }
    }
    return spoken
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

  /** The words that spoke most for an output, strongest first; a bare character only when there is nothing else. */
  strongest(spoken: readonly Spoken[], text: string, output: Output, count = 3): string[] {
    const column = outputs.indexOf(output)
    const top: { words: string; weight: number }[] = []
    for (const { place, value, words } of spoken) {
      const isChar = typeof words !== 'string' && words[1] - words[0] === 1
      const weight = this.weights[place * width + column]! * value * (isChar ? 0.01 : 1)
      const last = top[top.length - 1]
      if (weight <= 0 || (top.length === candidates && last && weight <= last.weight)) continue
      if (top.length === candidates) top.pop()
      let at = top.length
      while (at && top[at - 1]!.weight < weight) at--
      top.splice(at, 0, { words: typeof words === 'string' ? words : text.slice(...words), weight })
    }
    const said: string[] = []
    for (const { words } of top) {
      if (said.length === count) break
      if (words && !said.some(other => other.includes(words) || words.includes(other))) said.push(words)
    }
    return said
  }
}
