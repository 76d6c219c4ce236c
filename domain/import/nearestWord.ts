/**
 * What somebody may have meant: the known word with the fewest changed, added or lost characters (Levenshtein), when that
 * is at most half of the longer one.
 */
export const nearestWord = (word: string, known: Iterable<string>): string | undefined => {
  let best: string | undefined
  let least = Infinity
  for (const candidate of known) {
    const longer = Math.max(word.length, candidate.length)
    // No candidate can be nearer than the difference of the lengths.
    if (Math.abs(word.length - candidate.length) >= Math.min(least, longer / 2 + 1)) continue
    const changes = editDistance(word, candidate)
    if (changes < least && changes <= longer / 2) {
      best = candidate
      least = changes
    }
  }
  return best
}

const editDistance = (a: string, b: string): number => {
  let before = Array.from({ length: b.length + 1 }, (_, n) => n)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      row.push(Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (same ? 0 : 1)))
    }
    before = row
  }
  return before[b.length] ?? 0
}

/** So many faults of a file get a hint that is looked for among thousands of codes; the rest a general word. */
const hintsMost = 50

/** The code that may have been meant; a general word when the file is full of wrong ones, or it would take minutes. */
export const codeHint = (
  faults: { length: number },
  code: string,
  known: () => Iterable<string>,
  otherwise: string,
): string => {
  if (faults.length > hintsMost) return otherwise
  return hintFor(code, [...known()], otherwise)
}

/** The codes of areas that have one. */
export const codesOf = (areas: Iterable<{ code?: string }>): string[] =>
  [...areas].flatMap(({ code }) => code ?? [])

/** “您是不是想写‘街区’？”, or what there is to choose from, or a general word. */
export const hintFor = (word: string, known: readonly string[], otherwise = ''): string => {
  const meant = nearestWord(word, known)
  if (meant !== undefined) return `您是不是想写“${meant}”？`
  return otherwise || `可以写：${known.slice(0, 12).join('、')}。`
}
