import { type ModelData, outputs } from '../../domain/triage/modelData'

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

/** A model with the features that matter, its weights in 8 bits. */
export const packModel = ({ id, source, names, counts, weights, biases }: Learnt): ModelData => {
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
