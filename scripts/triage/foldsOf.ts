/** Messages that share so much of their pairs of characters are near-copies. */
const alike = 0.4

/** Which of five folds each text is in; near-copies are in the same one, so that none is judged by its twin. */
export const foldsOf = (texts: readonly string[]): number[] => {
  const pairs = texts.map(pairsOf)
  const leader = texts.map((_, i) => i)
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
  return texts.map((_, i) => hash(texts[lead(i)]!) % 5)
}

const pairsOf = (text: string): Set<string> => {
  const chars = text.replace(/[^\p{L}\p{N}]+/gu, '')
  return new Set(Array.from({ length: chars.length - 1 }, (_, i) => chars.slice(i, i + 2)))
}

const hash = (text: string): number =>
  [...text].reduce((h, char) => (Math.imul(h, 31) + char.charCodeAt(0)) >>> 0, 7)
