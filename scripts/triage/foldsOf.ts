import { isReal } from './loadExamples'

/** Messages that share so much of their pairs of characters are near-copies. */
const alike = 0.4

const count = 5

/**
 * Which of five folds each message is in. Near-copies are in the same one, so that none is judged by its twin; so are
 * letters retold from real ones that stand in neighbouring files, so that none is judged by what its own writer's manner
 * taught.
 */
export const foldsOf = (examples: readonly { text: string; file: string }[]): number[] => {
  const pairs = examples.map(({ text }) => pairsOf(text))
  const leader = examples.map((_, i) => i)
  const lead = (i: number): number => (leader[i] === i ? i : (leader[i] = lead(leader[i]!)))
  const having = new Map<string, number[]>()
  pairs.forEach((own, i) => {
    const shared = new Map<number, number>()
    for (const pair of own) {
      const others = having.get(pair) ?? []
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
      having.set(pair, [...others, i])
    }
    for (const [other, count] of shared)
      if (count / (own.size + pairs[other]!.size - count) >= alike) leader[lead(i)] = lead(other)
  })
  const numberOf = (file: string) => Number(/\d+/.exec(file)?.[0])
  const real = [...new Set(examples.filter(isReal).map(({ file }) => file))].sort(
    (a, b) => numberOf(a) - numberOf(b),
  )
  return examples.map((_, i) => {
    const first = examples[lead(i)]!
    return isReal(first)
      ? Math.floor((real.indexOf(first.file) * count) / real.length)
      : hash(first.text) % count
  })
}

const pairsOf = (text: string): Set<string> => {
  const chars = text.replace(/[^\p{L}\p{N}]+/gu, '')
  return new Set(Array.from({ length: chars.length - 1 }, (_, i) => chars.slice(i, i + 2)))
}

const hash = (text: string): number =>
  [...text].reduce((h, char) => (Math.imul(h, 31) + char.charCodeAt(0)) >>> 0, 7)
