import { type Readings, searchTokens, southern, type Token } from './searchTokens'

/** Something that can be found by its names. */
export interface Findable<T> {
  item: T
  /** The name first, then other names and the address. */
  names: readonly string[]
  /** A person: found by the whole name only, never by a part of it or by initials, so that nobody can list them. */
  isPerson?: boolean
}

interface Entry<T> {
  item: T
  isPerson: boolean
  texts: { plain: string; tokens: Token[]; letters: string; initials: string }[]
}

/** Fewer steps than this find nobody: a family name alone would list half the staff. */
const leastSteps = 2

/**
 * Finds places, areas and people by what somebody types: characters, traditional ones, ones that only sound alike, pinyin,
 * initials, and with a slip. Held in memory; a name is read once, when the index is made.
 */
export class SearchIndex<T> {
  private readonly entries: Entry<T>[]
  private readonly bySound = new Map<string, number[]>()

  constructor(
    items: readonly Findable<T>[],
    private readonly readings: Readings,
  ) {
    this.entries = items.map(({ item, names, isPerson = false }) => ({
      item,
      isPerson,
      texts: names.map(name => {
        const tokens = searchTokens(name, readings)
        return {
          plain: tokens.map(({ text }) => text).join(''),
          tokens,
          letters: tokens.map(({ sound }) => sound).join(''),
          initials: tokens.map(({ sound, isNumber }) => (isNumber ? sound : sound[0])).join(''),
        }
      }),
    }))
    this.entries.forEach(({ texts }, n) => {
      for (const sound of new Set(texts.flatMap(({ tokens }) => tokens.map(token => token.sound)))) {
        const list = this.bySound.get(sound)
        if (list) list.push(n)
        else this.bySound.set(sound, [n])
      }
    })
  }

  /** The best matches that may be shown now first, at most so many; nothing for less than two steps. */
  find(typed: string, most: number, isShown: (item: T) => boolean = () => true): T[] {
    const tokens = searchTokens(typed, this.readings)
    const letters = tokens.every(({ text }) => /^[a-z\d]+$/.test(text))
    const length = letters ? typed.trim().length : tokens.length
    if (length < leastSteps) return []
    const scored = letters ? this.byLetters(tokens) : this.byTokens(tokens)
    const ranked = scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.length - b.length || a.n - b.n)
    const found: T[] = []
    for (const { n } of ranked) {
      if (found.length === most) break
      const { item } = this.entries[n] as Entry<T>
      if (isShown(item)) found.push(item)
    }
    return found
  }

  private byTokens(tokens: readonly Token[]): Scored[] {
    // Only what shares half of the sounds can be within a slip or two.
    const shared = new Map<number, number>()
    for (const sound of new Set(tokens.map(token => token.sound))) {
      for (const n of this.bySound.get(sound) ?? []) shared.set(n, (shared.get(n) ?? 0) + 1)
    }
    const least = Math.ceil(new Set(tokens.map(({ sound }) => sound)).size / 2)
    const plain = tokens.map(({ text }) => text).join('')
    return [...shared].flatMap(([n, count]) =>
      count < least ? [] : [this.best(n, (text, isPerson) => tokenScore(plain, tokens, text, isPerson))],
    )
  }

  private byLetters(tokens: readonly Token[]): Scored[] {
    const typed = tokens.map(({ text }) => text).join('')
    const sound = inSyllables(typed)
    return this.entries.map((_, n) =>
      this.best(n, (text, isPerson) => letterScore(typed, sound, text, isPerson)),
    )
  }

  private best(n: number, scoreOf: (text: Text, isPerson: boolean) => number): Scored {
    const { texts, isPerson } = this.entries[n] as Entry<T>
    let [score, length] = [0, 0]
    texts.forEach((text, position) => {
      // The name itself counts a little more than the address.
      const here = scoreOf(text, isPerson) - (position ? 0.5 : 0)
      if (here > score) [score, length] = [here, text.plain.length]
    })
    return { n, score, length }
  }
}

type Text = Entry<unknown>['texts'][number]
interface Scored {
  n: number
  score: number
  length: number
}

const tokenScore = (
  plain: string,
  typed: readonly Token[],
  { plain: name, tokens }: Text,
  isPerson: boolean,
) => {
  if (name === plain) return 100
  const isWhole = tokens.length === typed.length
  if (isWhole && tokens.every(({ sound }, i) => sound === typed[i]?.sound)) return 80
  if (isPerson) return 0
  if (name.startsWith(plain)) return 95
  if (numbersAgree(typed, tokens)) {
    if (name.includes(plain)) return 90
    const slips = slipsBetween(typed, tokens)
    // One slip for three steps, two for six.
    const allowed = Math.min(2, Math.floor(typed.length / 3))
    if (slips <= allowed) return 70 - slips * 15
    if (isShortFor(typed, tokens)) return 35
  }
  return 0
}

/** Letters that read as the sounds of the name from the beginning of one of them, or as its initials. */
const letterScore = (
  typed: string,
  sound: string,
  { plain, letters, initials, tokens }: Text,
  isPerson: boolean,
) => {
  if (letters === sound || plain === typed) return 80
  if (isPerson) return 0
  if (letters.startsWith(sound)) return 75
  if (initials.startsWith(typed)) return 70
  let at = 0
  for (const token of tokens) {
    if (sound.length > 2 && letters.startsWith(sound, at)) return 65
    at += token.sound.length
  }
  return typed.length > 2 && initials.includes(typed) ? 55 : 0
}

/** Typed pinyin in the sounds of the index: zhongguo as zonguo's syllables are. */
const inSyllables = (typed: string): string =>
  (
    typed.match(
      /\d+|[zcs]?h?[bpmfdtnlgkjqxrzcsyw]*?[aeiouv]+(?:ng(?![aeiouv])|n(?![aeiouv])|r(?![aeiouv]))?|./g,
    ) ?? []
  )
    .map(southern)
    .join('')

/** Numbers are never a slip: building 3 is not building 8. Those typed must be in the name. */
const numbersAgree = (typed: readonly Token[], tokens: readonly Token[]): boolean =>
  typed.every(({ isNumber, text }) => !isNumber || tokens.some(token => token.text === text))

/** What people say for short: its beginning and the building, with steps between left out, as 甲片5栋 for 甲片花园5栋. */
const isShortFor = (typed: readonly Token[], tokens: readonly Token[]): boolean => {
  if (typed.length <= leastSteps || typed[0]?.sound !== tokens[0]?.sound) return false
  let reached = 0
  for (const { sound } of tokens) if (sound === typed[reached]?.sound) reached++
  return reached === typed.length
}

/** Steps to change, leave out or put in, so that what was typed lies somewhere in the name (Sellers' algorithm). */
const slipsBetween = (typed: readonly Token[], tokens: readonly Token[]): number => {
  let row = tokens.map(() => 0)
  row.push(0)
  typed.forEach((wanted, i) => {
    const next = [i + 1]
    tokens.forEach((token, j) => {
      const same = token.sound === wanted.sound ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + same, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    })
    row = next
  })
  return Math.min(...row)
}
