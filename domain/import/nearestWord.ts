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

/** “您是不是想写‘街区’？”, or what there is to choose from, or a general word. */
export const hintFor = (word: string, known: readonly string[], otherwise = ''): string => {
  const meant = nearestWord(word, known)
  if (meant !== undefined) return `您是不是想写“${meant}”？`
  return otherwise || `可以写：${known.slice(0, 12).join('、')}。`
}
