import type { Hit, WordSet } from '../triage/found'
import { Lexicon } from '../triage/lexicon'
import { plainText } from '../triage/plainText'
import type { DuplicatePolicy, SharedMatter } from './duplicatePolicy'

/** What a policy's words find in a message. */
export interface Spoken {
  /** The matters it speaks of. */
  matters: ReadonlySet<SharedMatter>
  shared: boolean
  home: boolean
  person: boolean
}

/** Looks at a message with the words of a policy. */
export const wordsOf = (text: string, policy: DuplicatePolicy): Spoken => {
  const { lexicon, matters, where, shared, home, person } = bookOf(policy)
  const found = lexicon.find(plainText(text))
  const places = found.of(where)
  const spoken = matters
    .filter(({ set }) => found.of(set).some(hit => !places.some(place => isPart(hit, place))))
    .map(({ matter }) => matter)
  return {
    matters: new Set(spoken.filter(({ id }) => !spoken.some(({ over }) => over?.includes(id)))),
    shared: found.has(shared),
    home: found.has(home),
    person: found.has(person),
  }
}

/** Whether a word stands inside a longer one: 单元门 in 单元门口 is no matter but a place. */
const isPart = (word: Hit, longer: Hit): boolean =>
  longer.start <= word.start && word.end <= longer.end && longer.end - longer.start > word.end - word.start

interface Book {
  lexicon: Lexicon
  matters: { set: WordSet; matter: SharedMatter }[]
  where: WordSet
  shared: WordSet
  home: WordSet
  person: WordSet
}

const books = new WeakMap<DuplicatePolicy, Book>()

const bookOf = (policy: DuplicatePolicy): Book => {
  const known = books.get(policy)
  if (known) return known
  const lexicon = new Lexicon()
  const add = (words: string) => lexicon.add(words.split(' '))
  const book = {
    lexicon,
    matters: policy.matters.map(matter => ({ set: add(matter.words), matter })),
    where: add(policy.where),
    shared: add(policy.shared),
    home: add(policy.home),
    person: add(policy.person),
  }
  books.set(policy, book)
  return book
}
