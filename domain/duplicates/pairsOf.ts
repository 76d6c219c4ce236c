import { plainText } from '../triage/plainText'

/** The pairs of characters that stand side by side in a message, each once; none reaches over the end of a phrase. */
export const pairsOf = (text: string): ReadonlySet<string> => {
  const pairs = new Set<string>()
  for (const phrase of plainText(text).split(/[，。]/)) {
    for (let i = 0; i + 2 <= phrase.length; i++) pairs.add(phrase.slice(i, i + 2))
  }
  return pairs
}
