import type { Found, Hit } from './found'
import type { ReadyCalm } from './rulebook'
import type { CalmKind } from './triagePolicy'

/** Right after a danger word: how far a word that makes it present may be from it. */
const rightAfter = 3

const [comma, stop] = ['，'.charCodeAt(0), '。'.charCodeAt(0)]

/** What takes the edge off a danger: the kinds that undo it, and whether one casts a doubt at least. */
export interface Calmness {
  undone: CalmKind[]
  doubted: boolean
}

/** Which kinds of calm reach a danger that was seen as these hits. */
export const calmOver = (
  danger: readonly Hit[],
  text: string,
  calms: readonly ReadyCalm[],
  found: Found,
): Calmness => {
  const undone: CalmKind[] = []
  let doubted = false
  for (const calm of calms) {
    if (!reaches(calm, danger, text, found)) continue
    if (calm.weak) doubted = true
    else undone.push(calm.kind)
  }
  return { undone, doubted }
}

const reaches = (calm: ReadyCalm, danger: readonly Hit[], text: string, found: Found): boolean => {
  if (!found.has(calm.words)) return false
  for (const word of found.but(calm.words, calm.except)) {
    // A word of the danger itself calms nothing: 没动静.
    if (touches(word, danger)) continue
    for (const hit of danger)
      if (isInReach(calm, word, hit, text) && !isPresent(calm, word, danger, found)) return true
  }
  return false
}

const touches = (word: Hit, danger: readonly Hit[]): boolean => {
  for (const { start, end } of danger) if (word.start < end && start < word.end) return true
  return false
}

/** Whether a word is near enough to a hit, before or after it, with no mark between that ends what it is about. */
const isInReach = ({ before, after, scope }: ReadyCalm, word: Hit, hit: Hit, text: string): boolean => {
  const isBefore = word.end <= hit.start
  const allowed = isBefore ? before : after
  const [from, to] = isBefore ? [word.end, hit.start] : [hit.end, word.start]
  if (allowed === undefined || to - from > allowed) return false
  for (let at = from; at < to && scope !== 'message'; at++) {
    const code = text.charCodeAt(at)
    if (code === stop || (code === comma && scope === 'clause')) return false
  }
  return true
}

/** Whether something lifts the calm: 去年着过火，现在又冒烟了. */
const isPresent = (
  { unless, lasting }: ReadyCalm,
  word: Hit,
  danger: readonly Hit[],
  found: Found,
): boolean => {
  if (!found.has(unless) && !found.has(lasting)) return false
  let [first, last] = [Infinity, 0]
  for (const { start, end } of danger) {
    first = Math.min(first, start)
    last = Math.max(last, end)
  }
  return (
    found.isBetween(unless, Math.min(word.end, first), last + rightAfter + 1) ||
    found.isBetween(lasting, last, Infinity)
  )
}
