import type { Found, Hit } from './found'
import type { ReadyCalm } from './rulebook'
import type { CalmKind } from './triagePolicy'

/** Right after a danger word: how far a word that makes it present may be from it. */
const rightAfter = 3

const marks: Record<ReadyCalm['scope'], RegExp | undefined> = {
  clause: /[，。]/,
  sentence: /。/,
  message: undefined,
}

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

const reaches = (calm: ReadyCalm, danger: readonly Hit[], text: string, found: Found): boolean =>
  found.but(calm.words, calm.except).some(
    word =>
      // A word of the danger itself calms nothing: 没动静.
      !danger.some(hit => word.start < hit.end && hit.start < word.end) &&
      danger.some(hit => {
        const [from, to] = word.end <= hit.start ? [word.end, hit.start] : [hit.end, word.start]
        const allowed = word.end <= hit.start ? calm.before : hit.end <= word.start ? calm.after : undefined
        if (allowed === undefined || to - from > allowed) return false
        if (marks[calm.scope]?.test(text.slice(from, to))) return false
        return !isPresent(calm, word, danger, found)
      }),
  )

/** Whether something lifts the calm: 去年着过火，现在又冒烟了. */
const isPresent = (
  { unless, lasting }: ReadyCalm,
  word: Hit,
  danger: readonly Hit[],
  found: Found,
): boolean => {
  const first = Math.min(...danger.map(({ start }) => start))
  const last = Math.max(...danger.map(({ end }) => end))
  const from = Math.min(word.end, first)
  return (
    found.of(unless).some(({ start }) => from <= start && start <= last + rightAfter) ||
    found.of(lasting).some(({ start }) => start >= last)
  )
}
