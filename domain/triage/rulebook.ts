import { numberOfName } from './featureNames'
import { Features } from './features'
import type { WordSet } from './found'
import { Lexicon } from './lexicon'
import type { LetterWords } from './passages'
import type { Calm, TriagePolicy, TriageRule, Words } from './triagePolicy'

/** A rule ready for use. */
export interface ReadyRule {
  rule: TriageRule
  /** Where it stands in the policy. */
  place: number
  /** What the model learns of it, by the numbers of their names. */
  names: RuleNames
  /** What can calm it. */
  calms: readonly ReadyCalm[]
  all: readonly WordSet[]
  none: WordSet
}

/** The features that a rule is whose words are there: as it fits, as it is doubted, and as something is missing. */
export interface RuleNames {
  fits: number
  doubted: number
  missing: number
}

/** A kind of calm ready for use. */
export interface ReadyCalm extends Omit<Calm, 'words' | 'except' | 'unless' | 'lasting'> {
  words: WordSet
  except: WordSet
  unless: WordSet
  lasting: WordSet
}

/** Words that the model looks at, with the names of what it learns of them, by number. */
export interface Mark {
  words: WordSet
  name: number
  /** The name when it is asked for: of a cue. */
  asked?: number
  /** The name when a letter begins with it: of a cue. */
  first?: number
  /** The name when it stands in the passage before or after: of a calm. */
  beside?: number
}

/** A policy with all its words in one lexicon. */
export interface Rulebook {
  lexicon: Lexicon
  rules: readonly ReadyRule[]
  byId: ReadonlyMap<string, TriageRule>
  /** The kind of danger that a rule sees, of those that are remembered. */
  kinds: ReadonlyMap<string, string>
  harmless: WordSet
  /** By the set of its first group: the places of rules. Only those have to be tried that have a word in the text. */
  rulesBy: readonly (readonly number[] | undefined)[]
  /** By the set of its words, what the model looks at: the cues, and that something calms at all. */
  marksBy: readonly (readonly Mark[] | undefined)[]
  /** What it says about the present message. */
  features: Features
  staff: { who: WordSet; did: WordSet; except: WordSet }
  levels: { community: WordSet; district: WordSet }
  letter: LetterWords
}

const books = new WeakMap<TriagePolicy, Rulebook>()

/** The policy made ready for use, once. Throws when a word names a list that is not there. */
export const rulebookOf = (policy: TriagePolicy): Rulebook => {
  const known = books.get(policy)
  if (known) return known
  const lexicon = new Lexicon()
  const sets = new Map<Words, WordSet>()
  // Many rules share a group: it is one set.
  const words = (text: Words = ''): WordSet => {
    const set = sets.get(text) ?? lexicon.add(spell(text, policy.lists))
    sets.set(text, set)
    return set
  }
  const calms = policy.calm.map(calm => ({
    ...calm,
    words: words(calm.words),
    except: words(calm.except),
    unless: words(calm.unless),
    lasting: words(calm.lasting),
  }))
  const rules = policy.rules.map((rule, place) => ({
    rule,
    place,
    names: {
      fits: numberOfName(`!${rule.id}`),
      doubted: numberOfName(`!~${rule.id}`),
      missing: numberOfName(`!?${rule.id}`),
    },
    calms: rule.danger ? calms.filter(({ kind }) => !rule.ignores?.includes(kind)) : [],
    all: rule.all.map(words),
    none: words(rule.none),
  }))
  const book: Rulebook = {
    lexicon,
    features: new Features(),
    byId: new Map(policy.rules.map(rule => [rule.id, rule])),
    kinds: new Map(
      Object.entries(policy.history.kinds).flatMap(([kind, { rules }]) => rules.map(rule => [rule, kind])),
    ),
    rules,
    rulesBy: bySet(rules.map(({ all: [first] }, place) => ({ set: first, value: place }))),
    harmless: words(policy.harmless),
    marksBy: bySet(
      [
        ...Object.entries(policy.cues).map(([name, cue]) => ({
          words: words(cue),
          name: numberOfName(`=${name}`),
          asked: numberOfName(`>${name}`),
          first: numberOfName(`^${name}`),
        })),
        ...calms.map(({ kind, words }) => ({
          words,
          name: numberOfName(`~${kind}`),
          beside: numberOfName(`<~${kind}`),
        })),
      ].map(mark => ({ set: mark.words, value: mark })),
    ),
    staff: {
      who: words(policy.aboutStaff.who),
      did: words(policy.aboutStaff.did),
      except: words(policy.aboutStaff.except),
    },
    levels: { community: words(policy.levels.community), district: words(policy.levels.district) },
    letter: {
      asks: words(policy.letter.asks),
      turns: words(policy.letter.turns),
      frame: words(policy.letter.frame),
    },
  }
  books.set(policy, book)
  return book
}

/** A list for each set that has any. */
const bySet = <T>(entries: readonly { set: WordSet | undefined; value: T }[]): T[][] => {
  const lists: T[][] = []
  for (const { set, value } of entries) if (set !== undefined) (lists[set] ??= []).push(value)
  return lists
}

/** A policy names a list that it has not got. */
export class UnknownList extends Error {
  constructor(readonly word: string) {
    super(`The triage policy names a list that it has not got: ${word}`)
    this.name = 'UnknownList'
  }
}

/** Words as single strings, `{name}` replaced by each word of that list. Plain loops: it runs at every cold start. */
const spell = (words: Words, lists: TriagePolicy['lists'], spelled: string[] = []): string[] => {
  for (let start = 0; start < words.length;) {
    const blank = words.indexOf(' ', start)
    const end = blank < 0 ? words.length : blank
    if (end > start) spellWord(words.slice(start, end), lists, spelled)
    start = end + 1
  }
  return spelled
}

const spellWord = (word: string, lists: TriagePolicy['lists'], spelled: string[]): void => {
  const open = word.indexOf('{')
  if (open < 0) {
    spelled.push(word)
    return
  }
  const close = word.indexOf('}', open)
  const list = lists[word.slice(open + 1, close)]
  if (list === undefined) throw new UnknownList(word)
  const [before, after] = [word.slice(0, open), word.slice(close + 1)]
  for (const entry of spell(list, lists)) spellWord(before + entry + after, lists, spelled)
}
