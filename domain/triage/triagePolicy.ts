import type { Tile } from '../../contract/request'
import type { Tier } from '../../contract/tiers'

/** 黄水's fifteen duty classes and 其他; residents never see them. */
export const categories = [
  'publicOrder',
  'cityManagement',
  'traffic',
  'market',
  'planning',
  'estate',
  'fireSafety',
  'environment',
  'water',
  'labour',
  'culture',
  'education',
  'workSafety',
  'organisations',
  'disputes',
  'other',
] as const
export type Category = (typeof categories)[number]

/** 咨询, 求助, 投诉, 建议, 表扬 */
export const requestTypes = ['inquiry', 'help', 'complaint', 'suggestion', 'praise'] as const
export type RequestType = (typeof requestTypes)[number]

/** Who leads: one grid; the 街区 with co-handlers; community and street; mediation; another door altogether. */
export const routes = ['grid', 'block', 'street', 'mediation', 'door'] as const
export type Route = (typeof routes)[number]

export const emergencyLines = ['110', '119', '120', '122'] as const
export type EmergencyLine = (typeof emergencyLines)[number]

/**
 * One rule. It matches when each of `all` has a word in one clause, none of `none` has a word there, and the clause is
 * about now and here where `danger` is set. Words are simplified Chinese; a word may hold `…` for up to six characters.
 */
export interface TriageRule {
  id: string
  tier: Tier
  /** Higher decides first; danger stands above everything. */
  priority: number
  /** Groups of words: one of each group has to be there. */
  all: readonly (readonly string[])[]
  /** Words that take the clause out of the rule's reach. */
  none?: readonly string[]
  /** Only what is present counts: a denied, past, rehearsed or distant danger does not. */
  danger?: boolean
  /** The rule is right more often than not but may cry wolf: a person looks before the street is called. */
  unsure?: boolean
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
  /** Traditional to simplified, and the other spellings people type: one replacement each. */
  spellings: Readonly<Record<string, string>>
  /** Words that make a clause not a present danger here, by kind. */
  calm: Readonly<
    Record<'denied' | 'past' | 'drill' | 'elsewhere' | 'asking' | 'praise' | 'metaphor', readonly string[]>
  >
  rules: readonly TriageRule[]
  /** Words that hint at a category when no rule names one, the first match wins. */
  categories: readonly { category: Category; words: readonly string[] }[]
  /** The category a tile stands for. */
  tiles: Readonly<Record<Tile, Category>>
  /** Words that hint at a type, the first match wins. */
  types: readonly { type: RequestType; words: readonly string[] }[]
  /** When no rule matches. */
  otherwise: { tier: Tier; route: Route; because: string }
}
