import type { Category } from '../../contract/categories'
import type { Tile } from '../../contract/request'
import type { Tier } from '../../contract/tiers'

/** 咨询, 求助, 投诉, 建议, 表扬 */
export const requestTypes = ['inquiry', 'help', 'complaint', 'suggestion', 'praise'] as const
export type RequestType = (typeof requestTypes)[number]

/** Who leads: one grid; the 街区 with co-handlers; community and street; mediation; another door altogether. */
export const routes = ['grid', 'block', 'street', 'mediation', 'door'] as const
export type Route = (typeof routes)[number]

export const emergencyLines = ['110', '119', '120', '122'] as const
export type EmergencyLine = (typeof emergencyLines)[number]

/** Reasons why a danger word does not mean a danger that is here and now. */
export const calmKinds = [
  'denied',
  'past',
  'over',
  'drill',
  'learning',
  'elsewhere',
  'asking',
  'praise',
  'hypothetical',
  'figure',
  'maybe',
] as const
export type CalmKind = (typeof calmKinds)[number]

/**
 * Words, separated by blanks, in simplified Chinese. In a word `…` stands for up to six characters, `{name}` for each
 * word of that list, and `#many` for a number of five or more households or people.
 */
export type Words = string

/** A kind of calm: words near a danger word that take its edge off. Distances are in characters. */
export interface Calm {
  kind: CalmKind
  words: Words
  /** Longer words that only look like them: 没人管 denies nothing. */
  except?: Words
  /** How far before and after the danger word they work; absent = not on that side. */
  before?: number
  after?: number
  /** How far the thought reaches: to the next comma, the next full stop, or all over. */
  scope: 'clause' | 'sentence' | 'message'
  /** Said between the calm word and the danger, or right after the danger, these make it present again. */
  unless?: Words
  /** Said anywhere after the danger, these mean that it lasts. */
  lasting?: Words
  /** It only casts a doubt: the danger stands, but a person has to look. */
  weak?: boolean
}

/**
 * One rule. It matches when each group of `all` has a word within `within` characters of the first group's, in one
 * sentence, with none of `none` near; and, where `danger` is set, when nothing calms it.
 */
export interface TriageRule {
  id: string
  tier: Tier
  /** Higher decides first; danger stands above everything. */
  priority: number
  all: readonly Words[]
  none?: Words
  /** Characters between the groups, 12 unless told. */
  within?: number
  /** Only what is present counts: a denied, past, rehearsed or distant danger does not. */
  danger?: boolean
  /** The rule is right more often than not but may cry wolf: a person looks before the street is called. */
  unsure?: boolean
  /** Kinds of calm that mean nothing here: a manhole that lost its cover last year has none today. */
  ignores?: readonly CalmKind[]
  category?: Category
  type?: RequestType
  route?: Route
  lines?: readonly EmergencyLine[]
  /** Why, for the resident; `{words}` becomes what was seen. */
  because: string
}

/** Triage as data with a version. */
export interface TriagePolicy {
  id: string
  /** Slips of the finger and of dictation: one replacement each. */
  spellings: Readonly<Record<string, string>>
  /** Words that belong together, for use as `{name}`. */
  lists: Readonly<Record<string, Words>>
  /** Phrases in which a danger word is harmless: devices (漏电保护器) and figures of speech (跳楼价). */
  harmless: Words
  calm: readonly Calm[]
  rules: readonly TriageRule[]
  /** Words that speak for a category; the rule that decided speaks too. The first of equals wins. */
  categories: readonly { category: Category; words: Words }[]
  /** The category a tile speaks for. */
  tiles: Readonly<Record<Tile, Category>>
  /** Words that hint at a type when no rule names one, the first match wins. */
  types: readonly { type: RequestType; words: Words }[]
  /** When no rule matches. */
  otherwise: { tier: Tier; route: Route; because: string }
}
