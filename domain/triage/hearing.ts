import { numberOf } from './alphabet'
import { numberOfName } from './featureNames'
import { everywhere, type Features } from './features'
import { type Passage, weightsOfPassages } from './passages'
import { longestRun } from './runs'
import { type RunTree, unpackRuns } from './runTree'
import { deepest, nodesWithoutDigits, strings } from './walk'

/** All runs of a text together weigh as much as this many words of the policy, however long it is. */
const runsWeigh = 6

/** The words of the policy that are in a text weigh no more together than so many; a few weigh one each. */
const namedAtMost = 12

/** What one run weighs in a text of so many characters. */
const runValue = (length: number): number => runsWeigh / Math.sqrt(Math.max(longestRun * length, 30))

/** What one word of the policy weighs when the squares of all their weights make so much. */
const namedValue = (squares: number): number => Math.sqrt(namedAtMost / Math.max(squares, namedAtMost))

/** The weight of a passage in whole tenths: sums of whole numbers are quick, and the same on every machine. */
export const tenths = 10

/**
 * What a model hears in a passage or in a whole message: neighbours in the lists of the hearing, words of the policy from
 * `from` up to `runs`, then runs of characters up to `characters`, then bare characters up to `end`.
 */
export interface Part {
  from: number
  runs: number
  characters: number
  end: number
  /** What a word of the policy and a run weigh, times its own weight. */
  named: number
  run: number
}

/** What a model hears in a message: in each passage by itself, and in all of it with the passages weighed. */
export interface Heard {
  passages: readonly Part[]
  whole: Part
}

/**
 * Hears the features of a model in a message. The lists are used again for the next message, so that nothing is made for
 * each of a hundred features: what was heard holds until then.
 */
export class Hearing {
  /** Of each feature heard: its place in the model, its weight in tenths, and where it stands in the text. */
  places = new Int32Array(1024)
  weights = new Uint8Array(1024)
  private starts = new Int32Array(1024)
  /** Below 0 for a rule, whose words are `said[~end]`; all else stands for itself. */
  private ends = new Int32Array(1024)
  private readonly said: string[] = []
  private length = 0

  /** The place of each feature that is no run, by the number of its name; below 0 where the model knows none. */
  private readonly placeOf: Int32Array
  /** The place of each of the message's features, below 0 where the model knows none, and its passage. */
  private namedPlaces = new Int32Array(256)
  private namedPassages = new Int32Array(256)
  /** Of each node of the tree of strings the place of the run that ends there, from 1 on; 0 when none does. */
  private placeAt: Uint16Array<ArrayBuffer>
  /** For each place the number of the last passage or message it was met in: a feature counts once. */
  private readonly metIn: Uint8Array
  private met = 0

  /** Features of a model in its order: a tree of runs, then the names of the others. */
  constructor(tree: RunTree, named: readonly string[]) {
    const nodes = [0]
    unpackRuns(tree, (beginning, letter) => nodes.push(strings.after(nodes[beginning]!, numberOf(letter))))
    if (nodes.length >> 16) throw new RangeError('More runs than 16 bits tell apart.')
    this.placeAt = new Uint16Array(strings.nodes)
    for (let run = 1; run < nodes.length; run++) this.placeAt[nodes[run]!] = run
    const first = nodes.length - 1
    const names = named.map(numberOfName)
    this.placeOf = new Int32Array(Math.max(-1, ...names) + 1).fill(-1)
    names.forEach((name, i) => (this.placeOf[name] = first + i))
    this.metIn = new Uint8Array(first + named.length)
  }

  hear(text: string, passages: readonly Passage[], features: Features): Heard {
    this.length = 0
    this.said.length = 0
    this.findNamed(features)
    this.makeRoom((passages.length + 1) * features.length + 2 * longestRun * text.length)
    this.makeRoomForNodes()
    const nodes = nodesWithoutDigits(text)
    const parts: Part[] = []
    for (let i = 0; i < passages.length; i++) parts.push(this.hearPassage(passages[i]!, i, features, nodes))
    return { passages: parts, whole: parts.length === 1 ? parts[0]! : this.wholeOf(passages, parts) }
  }

  /** The words of a text that a heard feature stands for. */
  wordsAt(at: number, text: string): string {
    const end = this.ends[at]!
    return end < 0 ? this.said[~end]! : text.slice(this.starts[at], end)
  }

  /** Whether a heard feature stands for any words at all. */
  saysSomething(at: number): boolean {
    const end = this.ends[at]!
    return end < 0 ? this.said[~end] !== '' : end > this.starts[at]!
  }

  /** Whether a heard run begins or ends with one of some characters, given by their codes. */
  isEdged(at: number, text: string, codes: ReadonlySet<number>): boolean {
    return codes.has(text.charCodeAt(this.starts[at]!)) || codes.has(text.charCodeAt(this.ends[at]! - 1))
  }

  /** Whether one of two heard features says all that the other one says. */
  saysTheSame(one: number, other: number, text: string): boolean {
    if (this.ends[one]! < 0 || this.ends[other]! < 0) {
      const [words, others] = [this.wordsAt(one, text), this.wordsAt(other, text)]
      return words.includes(others) || others.includes(words)
    }
    const short = this.lengthOf(one) < this.lengthOf(other) ? one : other
    const long = short === one ? other : one
    const [start, length] = [this.starts[short]!, this.lengthOf(short)]
    for (let from = this.starts[long]!; from + length <= this.ends[long]!; from++) {
      let same = 0
      while (same < length && text.charCodeAt(from + same) === text.charCodeAt(start + same)) same++
      if (same === length) return true
    }
    return false
  }

  /** The places of the features of a part and what each weighs there. */
  valuesOf({ from, runs, end, named, run }: Part): { places: Int32Array; values: Float64Array } {
    const values = new Float64Array(end - from)
    for (let at = from; at < end; at++)
      values[at - from] = (this.weights[at]! / tenths) * (at < runs ? named : run)
    return { places: this.places.slice(from, end), values }
  }

  /** Of how many characters a heard run is. */
  lengthOf(at: number): number {
    return this.ends[at]! - this.starts[at]!
  }

  /** Looks the features of a message up, once for all its passages. */
  private findNamed(features: Features): void {
    if (features.length > this.namedPlaces.length) {
      this.namedPlaces = new Int32Array(features.length * 2)
      this.namedPassages = new Int32Array(features.length * 2)
    }
    for (let k = 0; k < features.length; k++) {
      const { name, passage } = features.at(k)
      this.namedPlaces[k] = this.placeOf[name] ?? -1
      this.namedPassages[k] = passage
    }
  }

  private hearPassage(
    { start: first, end }: Passage,
    i: number,
    features: Features,
    nodes: Int32Array,
  ): Part {
    const { placeAt, metIn, places, weights, starts, ends } = this
    const from = this.length
    const { namedPlaces, namedPassages } = this
    for (let k = 0; k < features.length; k++) {
      const [place, passage] = [namedPlaces[k]!, namedPassages[k]!]
      if (place < 0 || (passage !== i && passage !== everywhere)) continue
      const { start, end, words } = features.at(k)
      this.add(place, tenths, start, words === undefined ? end : ~(this.said.push(words) - 1))
    }
    const runs = this.length
    const met = this.meet()
    let length = runs
    for (let start = first; start < end; start++) {
      const stop = Math.min(end - start, deepest)
      for (let depth = 1; depth < stop; depth++) {
        const node = nodes[start * deepest + depth]!
        if (!node) break
        const place = placeAt[node]! - 1
        if (place < 0 || metIn[place] === met) continue
        metIn[place] = met
        places[length] = place
        starts[length] = start
        ends[length++] = start + depth + 1
      }
    }
    const characters = length
    for (let start = first; start < end; start++) {
      const place = placeAt[nodes[start * deepest]!]! - 1
      if (place < 0 || metIn[place] === met) continue
      metIn[place] = met
      places[length] = place
      starts[length] = start
      ends[length++] = start + 1
    }
    weights.fill(tenths, runs, length)
    this.length = length
    return { from, runs, characters, end: length, named: namedValue(runs - from), run: runValue(end - first) }
  }

  /**
   * Every feature once, as in the weightiest passage it is in; long letters weigh no more than short notes. What weighs the
   * same stands together.
   */
  private wholeOf(passages: readonly Passage[], parts: readonly Part[]): Part {
    const from = this.length
    const met = this.meet()
    this.takeAll(passages, parts, 'from', 'runs', met)
    const runs = this.length
    let squares = 0
    for (let at = from; at < runs; at++) squares += (this.weights[at]! / tenths) ** 2
    this.takeAll(passages, parts, 'runs', 'characters', met)
    const characters = this.length
    this.takeAll(passages, parts, 'characters', 'end', met)
    let length = 0
    for (const { start, end, weight } of passages) length += weight * weight * (end - start)
    return { from, runs, characters, end: this.length, named: namedValue(squares), run: runValue(length) }
  }

  /** Takes one kind of features of all passages, of the weightiest ones first. */
  private takeAll(
    passages: readonly Passage[],
    parts: readonly Part[],
    from: 'from' | 'runs' | 'characters',
    end: 'runs' | 'characters' | 'end',
    met: number,
  ): void {
    for (const weight of weightsOfPassages)
      for (let i = 0; i < parts.length; i++)
        if (passages[i]!.weight === weight) this.take(parts[i]![from], parts[i]![end], weight, met)
  }

  /** Takes what was heard from `from` up to `end` into the whole, if it was not met there. */
  private take(from: number, end: number, weight: number, met: number): void {
    const { metIn, places } = this
    const own = Math.round(weight * tenths)
    for (let at = from; at < end; at++) {
      const place = places[at]!
      if (metIn[place] === met) continue
      metIn[place] = met
      this.add(place, own, this.starts[at]!, this.ends[at]!)
    }
  }

  /** A number for the next passage or message, which no feature has been met in. */
  private meet(): number {
    if (this.met === 255) {
      this.metIn.fill(0)
      this.met = 0
    }
    return ++this.met
  }

  private add(place: number, weight: number, start: number, end: number): void {
    const at = this.length++
    this.places[at] = place
    this.weights[at] = weight
    this.starts[at] = start
    this.ends[at] = end
  }

  /** The tree may have grown since: other policies bring other words. */
  private makeRoomForNodes(): void {
    if (this.placeAt.length >= strings.nodes) return
    const longer = new Uint16Array(strings.nodes)
    longer.set(this.placeAt)
    this.placeAt = longer
  }

  private makeRoom(most: number): void {
    if (most <= this.places.length) return
    this.places = new Int32Array(most)
    this.weights = new Uint8Array(most)
    this.starts = new Int32Array(most)
    this.ends = new Int32Array(most)
  }
}
