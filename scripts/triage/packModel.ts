import { codeBits, type ModelData, outputs } from '../../domain/triage/modelData'
import { isRun } from '../../domain/triage/runs'
import { packRuns } from '../../domain/triage/runTree'
import { codebookOf } from './codebookOf'

const width = outputs.length

/**
 * A feature stays when one of its weights, of 127, is at least so much: `danger` for a danger, `other` for the rest, where
 * one that few messages have only says what those messages were. Dropping the others changed no figure of leaving a lot out.
 */
const least = { danger: 9, other: 42 }

/** What was learnt: names of features, in how many messages each is, weights output by output within feature by feature. */
export interface Learnt {
  id: string
  source: string
  names: readonly string[]
  counts: readonly number[]
  weights: Float32Array
  biases: Float64Array
}

/** A model with the features that matter: 8 bits for the weight of danger, a code for each of the others. */
export const packModel = ({ id, source, names, counts, weights, biases }: Learnt): ModelData => {
  const scales = outputs.map((_, o) => {
    let most = 0
    for (let at = o; at < weights.length; at += width) most = Math.max(most, Math.abs(weights[at]!))
    return Number((most / 127).toPrecision(6))
  })
  const rows = names.map((_, place) =>
    scales.map((scale, o) => (scale ? Math.round(weights[place * width + o]! / scale) : 0)),
  )
  const kept = new Set<string>()
  names.forEach((name, place) => {
    const isCommon = counts[place]! >= (name.length === 3 ? 4 : 3)
    const tells = rows[place]!.some(
      (weight, o) => Math.abs(weight) >= (o ? least.other : least.danger) && (isCommon || !o),
    )
    // A run keeps its beginnings: runs are packed as a tree.
    if (tells)
      for (let end = isRun(name) ? 1 : name.length; end <= name.length; end++) kept.add(name.slice(0, end))
  })
  const { letters, runs, order } = packRuns([...kept].filter(isRun))
  const named = [...kept].filter(name => !isRun(name))
  const places = new Map(names.map((name, place) => [name, place]))
  const stored = [...order, ...named].map(name => rows[places.get(name)!]!)
  const others = stored.flatMap(row => row.slice(1))
  const codebook = codebookOf(others, 1 << codeBits)
  return {
    id,
    source,
    letters,
    runs,
    named: named.join(' '),
    danger: Buffer.from(Int8Array.from(stored, ([danger]) => danger!)).toString('base64'),
    codes: packCodes(others.map(weight => nearest(weight, codebook))).toString('base64'),
    codebook,
    scales,
    biases: [...biases].map(bias => Number(bias.toFixed(4))),
    thresholds: { short: 0, letter: 0 },
  }
}

/** The code of the weight in the book that is nearest. */
const nearest = (weight: number, codebook: readonly number[]): number => {
  let best = 0
  for (const [code, value] of codebook.entries())
    if (Math.abs(value - weight) < Math.abs(codebook[best]! - weight)) best = code
  return best
}

/** Codes one after the other, the highest bit first. */
const packCodes = (codes: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(Math.ceil((codes.length * codeBits) / 8))
  let [at, bits, held] = [0, 0, 0]
  for (const code of codes) {
    bits = ((bits << codeBits) | code) & 0xffff
    held += codeBits
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 0xff
  }
  if (held) bytes[at] = (bits << (8 - held)) & 0xff
  return bytes
}
