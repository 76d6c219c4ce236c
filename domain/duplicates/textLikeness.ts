import common from './commonPairs.json'
import { pairsOf } from './pairsOf'

const counts = new Map(Object.entries(common.pairs))

/** How much a pair of characters says: the rarer among the repository's own messages, the more. */
const weight = (pair: string): number => Math.log(common.messages / (counts.get(pair) ?? common.least / 2))

/**
 * How alike the words of two messages are, 0 – 1: the cosine of their pairs of characters, each weighted by how rare it
 * is. 1 for the same words, 0 when no pair is in both.
 */
export const textLikeness = (one: string, other: string): number => {
  const [a, b] = [pairsOf(one), pairsOf(other)]
  let both = 0
  for (const pair of a) if (b.has(pair)) both += weight(pair) ** 2
  const length = norm(a) * norm(b)
  return length ? Math.min(1, both / length) : 0
}

const norm = (pairs: ReadonlySet<string>): number => {
  let sum = 0
  for (const pair of pairs) sum += weight(pair) ** 2
  return Math.sqrt(sum)
}
