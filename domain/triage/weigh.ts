import { categories, type Category } from '../../contract/categories'
import type { Tile } from '../../contract/requestTerms'
import { type Found, type Hit, hitsOf } from './lexicon'
import { type Output, outputs } from './linearModel'
import { observe } from './observe'
import { type Rulebook, rulebookOf } from './rulebook'
import { modelOf } from './triageModels'
import { requestTypes, type RequestType, type TriagePolicy } from './triagePolicy'

/** A rule that fits, with what it saw. */
export interface Matched {
  rule: string
  words: string[]
  /** Only a doubtful danger. */
  doubted?: true
}

/** A rule that saw its words and yet did not fit, with the reason. */
export interface NearMiss {
  rule: string
  words: string[]
  missing: string
}

/** What a model thinks of one of several answers, and the words that speak for it. */
export interface Opinion<T extends string> {
  answer: T
  /** Between 0 and 1. */
  share: number
  words: string[]
}

/** All that a decision is made from; kept with it, so that it can be made again. */
export interface Evidence {
  matched: Matched[]
  near: NearMiss[]
  model: string
  /** Log-odds of a danger, and the words that speak for it. */
  danger: { score: number; words: string[] }
  /** The best answers, the first one best. */
  tiers: Opinion<'B' | 'C' | 'D'>[]
  categories: Opinion<Category>[]
  types: Opinion<RequestType>[]
  /** What it says about an officer or a property manager. */
  aboutStaff?: string[]
  /** Words that call for the community or the district. */
  community?: string
  district?: string
}

/** Everything a policy and its model find in a message. */
export const weigh = (input: { text: string; tile?: Tile }, policy: TriagePolicy): Evidence => {
  const { text, found, seen, features } = observe(input, policy)
  const book = rulebookOf(policy)
  const model = modelOf(policy.model.id)
  const spoken = model.spoken(text, features)
  const scores = model.score(spoken)
  if (input.tile) scores[outputs.indexOf(policy.tiles[input.tile])]! += policy.model.tile
  const words = (output: Output) => model.strongest(spoken, text, output)
  const matched: Matched[] = []
  const near: NearMiss[] = []
  for (const { rule, words, missing, doubted } of seen) {
    if (missing) near.push({ rule: rule.id, words, missing })
    else matched.push({ rule: rule.id, words, ...(doubted && { doubted }) })
  }
  const staff = aboutStaff(text, found, book, policy)
  const [community] = hitsOf(book.levels.community, found)
  const [district] = hitsOf(book.levels.district, found)
  return {
    matched,
    near,
    model: model.id,
    danger: { score: rounded(scores[0]!), words: words('danger') },
    tiers: opinions(['B', 'C', 'D'], 3, scores, words),
    categories: opinions(categories, 3, scores, words),
    types: opinions(requestTypes, 2, scores, words),
    ...(staff && { aboutStaff: staff }),
    ...(community && { community: at(community, text) }),
    ...(district && { district: at(district, text) }),
  }
}

/** The best answers of a group that excludes one another; only the best one says why. */
const opinions = <T extends Output>(
  answers: readonly T[],
  keep: number,
  scores: Float64Array,
  words: (output: Output) => string[],
): Opinion<T>[] => {
  const values = answers.map(answer => Math.exp(scores[outputs.indexOf(answer)]!))
  const sum = values.reduce((total, value) => total + value, 0)
  return answers
    .map((answer, i) => ({ answer, share: rounded(values[i]! / sum), words: [] as string[] }))
    .sort((a, b) => b.share - a.share)
    .slice(0, keep)
    .map((opinion, i) => (i === 0 ? { ...opinion, words: words(opinion.answer) } : opinion))
}

/** Who did what they should not, when the one is said near the other. */
const aboutStaff = (
  text: string,
  found: Found,
  { staff }: Rulebook,
  { aboutStaff: { within } }: TriagePolicy,
): string[] | undefined => {
  if (hitsOf(staff.except, found).length) return undefined
  for (const who of hitsOf(staff.who, found)) {
    const did = hitsOf(staff.did, found).find(
      ({ start, end }) => start - who.end <= within && who.start - end <= within,
    )
    if (did) return [at(who, text), at(did, text)]
  }
  return undefined
}

const at = ({ start, end }: Hit, text: string): string => text.slice(start, end)

// A stored -0 comes back as 0.
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0
