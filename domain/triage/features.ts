import type { TriagePolicy } from './triagePolicy'

/** A sentence part as rules see it. */
export interface Clause {
  text: string
  /** Kinds of calm that hold here: reasons why a danger word does not mean present danger. */
  calm: CalmKind[]
}

export type CalmKind = keyof TriagePolicy['calm']

/** Said anywhere, these cover the whole message: a drill is a drill in every sentence of it. */
const wholeMessage: readonly CalmKind[] = ['drill', 'elsewhere', 'praise']

/** Words that say it is happening now, whatever else is said about before. */
const nowWords = /还在|又|现在|正在|仍|这会|刚刚|马上|越来越/

/**
 * A message as rules see it: one script and one width, without emoji and spaces, in clauses. Dictated text has no
 * punctuation, so a long run is one clause and a calm word in it reaches the danger word beside it only.
 */
export const clausesOf = (
  text: string,
  { spellings, calm }: Pick<TriagePolicy, 'spellings' | 'calm'>,
): Clause[] => {
  const plain = normalise(text, spellings)
  const kinds = Object.keys(calm) as CalmKind[]
  const everywhere = wholeMessage.filter(kind => calm[kind].some(word => plain.includes(word)))
  return plain
    .split(/[，。！？；：、,.!?;:~…\n]+/)
    .filter(Boolean)
    .map(clause => ({
      text: clause,
      calm: kinds.filter(
        kind =>
          everywhere.includes(kind) ||
          (calm[kind].some(word => clause.includes(word)) && !(kind === 'past' && nowWords.test(clause))),
      ),
    }))
}

/** Full-width letters and digits to half-width, lower case, known spellings replaced, emoji and blanks dropped. */
export const normalise = (text: string, spellings: Readonly<Record<string, string>>): string => {
  const narrow = text
    .normalize('NFKC')
    .toLowerCase()
    // Chinese has no blanks between words; a newline ends a sentence like a full stop does.
    .replace(/[^\S\n]+/g, '')
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
  return Object.entries(spellings).reduce((out, [from, to]) => out.split(from).join(to), narrow)
}

/** The first of the words found in the clause; `a…b` allows up to six characters between. Undefined when none is. */
export const findWord = (clause: string, words: readonly string[]): string | undefined =>
  words.find(word => {
    if (!word.includes('…')) return clause.includes(word)
    const [first = '', second = ''] = word.split('…')
    for (let at = clause.indexOf(first); at >= 0; at = clause.indexOf(first, at + 1)) {
      const next = clause.indexOf(second, at + first.length)
      if (next >= 0 && next - at - first.length <= 6) return true
    }
    return false
  })
