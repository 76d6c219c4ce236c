import { categories, type Category } from '../../contract/categories'
import { type Circumstances, wordsAlone } from './circumstances'
import type { Found, Hit } from './found'
import type { Heard } from './hearing'
import type { LinearModel } from './linearModel'
import { type Match, notPresent } from './matchRule'
import { type Output, outputs } from './modelData'
import { type Observation, observe, type Said } from './observe'
import { type Passage, passageAt } from './passages'
import { type Rulebook, rulebookOf } from './rulebook'
import { modelOf } from './triageModels'
import { requestTypes, type RequestType, type TriagePolicy } from './triagePolicy'

/** A rule that fits, with what it saw. */
export interface Matched {
  rule: string
  words: string[]
  /** Only a doubtful danger. */
  doubted?: true
  /** Of a danger: the log-odds that the model gives the passage it was seen in. */
  score?: number
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

/** What the model thinks of one passage. */
export interface Alarm {
  /** Log-odds of a danger, counted from where it is taken for one. */
  score: number
  /** How likely it is one, between 0 and 1. */
  chance: number
  /** The words that speak for it. */
  words: string[]
  /** A rule saw a danger here and found it calmed. */
  calmed?: true
}

/** All that a decision is made from; kept with it, so that it can be made again. */
export interface Evidence {
  came: Circumstances
  matched: Matched[]
  near: NearMiss[]
  model: string
  /** Into how many passages it was cut. */
  passages: number
  /** The passage that is most of a danger. */
  danger: Alarm
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

/** Everything a policy and its model find in a message; `model` is for those who try another one. */
export const weigh = (
  input: Said,
  policy: TriagePolicy,
  model: LinearModel = modelOf(policy.model.id),
): Evidence => {
  const observation = observe(input, policy)
  const { text, passages, found, seen, features } = observation
  const book = rulebookOf(policy)
  const heard = model.hear(text, passages, features)
  const dangers = heard.passages.map(spoken => rounded(model.danger(spoken, passages.length)))
  const scores = model.score(heard.whole)
  if (input.tile) scores[outputs.indexOf(policy.tiles[input.tile])]! += policy.model.tile
  const words = (output: number) => model.strongest(heard.whole, text, output)
  const matched: Matched[] = []
  const near: NearMiss[] = []
  for (const { rule, words, start, missing, doubted } of seen) {
    if (missing) {
      near.push({ rule: rule.id, words, missing })
      continue
    }
    const match: Matched = { rule: rule.id, words }
    if (doubted) match.doubted = true
    if (rule.danger) match.score = dangers[passageAt(start, passages)]!
    matched.push(match)
  }
  const evidence: Evidence = {
    came: input.came ?? wordsAlone,
    matched,
    near,
    model: model.id,
    passages: passages.length,
    danger: alarmOf(observation, dangers, heard, model, policy),
    tiers: opinions(tiersBelowA, firsts.tiers, 3, scores, words),
    categories: opinions(categories, firsts.categories, 3, scores, words),
    types: opinions(requestTypes, firsts.types, 2, scores, words),
  }
  const staff = aboutStaff(text, found, book, policy)
  const [community] = found.of(book.levels.community)
  const [district] = found.of(book.levels.district)
  if (staff) evidence.aboutStaff = staff
  if (community) evidence.community = at(community, text)
  if (district) evidence.district = at(district, text)
  return evidence
}

/** The passage that is most of a danger; one that was found calmed has to be a far clearer one. */
const alarmOf = (
  { text, passages, seen }: Observation,
  dangers: readonly number[],
  heard: Heard,
  model: LinearModel,
  { model: { danger, calmed } }: TriagePolicy,
): Alarm => {
  const calm = calmPassages(seen, passages)
  let [worst, most] = [0, -Infinity]
  for (let i = 0; i < dangers.length; i++) {
    const margin = dangers[i]! - (calm?.has(i) ? calmed : danger)
    if (margin <= most) continue
    worst = i
    most = margin
  }
  const alarm: Alarm = {
    score: dangers[worst]!,
    chance: rounded(model.chance(dangers[worst]!, passages.length)),
    words: model.strongest(heard.passages[worst]!, text, firsts.danger),
  }
  if (calm?.has(worst)) alarm.calmed = true
  return alarm
}

/** The passages in which a danger was found calmed and none was found that is not; undefined when there are none. */
const calmPassages = (seen: readonly Match[], passages: readonly Passage[]): Set<number> | undefined => {
  let calm: Set<number> | undefined
  for (const { rule, missing, start } of seen)
    // What a rule finds calm that looks only at some reports must not lower what those without it would be.
    if (!rule.given && missing?.startsWith(notPresent)) (calm ??= new Set()).add(passageAt(start, passages))
  if (!calm) return undefined
  for (const { rule, missing, start } of seen)
    if (rule.danger && !missing) calm.delete(passageAt(start, passages))
  return calm
}

const tiersBelowA = ['B', 'C', 'D'] as const

/** Where each group of answers begins in the outputs. */
const firsts = {
  danger: outputs.indexOf('danger'),
  tiers: outputs.indexOf(tiersBelowA[0]),
  categories: outputs.indexOf(categories[0]),
  types: outputs.indexOf(requestTypes[0]),
}

/**
 * The best answers of a group that excludes one another and stands together in the outputs from `first` on; only the best one says why.
 * It takes their scores out of the list.
 */
const opinions = <T extends Output>(
  answers: readonly T[],
  first: number,
  keep: number,
  scores: Float64Array,
  words: (output: number) => string[],
): Opinion<T>[] => {
  const end = first + answers.length
  let sum = 0
  for (let o = first; o < end; o++) sum += Math.exp(scores[o]!)
  const best: Opinion<T>[] = []
  while (best.length < keep) {
    let top = first
    for (let o = first + 1; o < end; o++) if (scores[o]! > scores[top]!) top = o
    best.push({
      answer: answers[top - first]!,
      share: rounded(Math.exp(scores[top]!) / sum),
      words: best.length ? [] : words(top),
    })
    scores[top] = -Infinity
  }
  return best
}

/** Who did what they should not, when the one is said near the other. */
const aboutStaff = (
  text: string,
  found: Found,
  { staff }: Rulebook,
  { aboutStaff: { within } }: TriagePolicy,
): string[] | undefined => {
  if (!found.has(staff.did) || found.has(staff.except)) return undefined
  for (const who of found.of(staff.who)) {
    const did = found
      .of(staff.did)
      .find(({ start, end }) => start - who.end <= within && who.start - end <= within)
    if (did) return [at(who, text), at(did, text)]
  }
  return undefined
}

const at = ({ start, end }: Hit, text: string): string => text.slice(start, end)

// A stored -0 comes back as 0.
const rounded = (value: number): number => Math.round(value * 100) / 100 + 0
