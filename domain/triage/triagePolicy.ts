import type { Category } from '../../contract/categories'
import type { Tile } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import type { Given } from './circumstances'

/** 咨询, 求助, 投诉, 建议, 表扬 */
export const requestTypes = ['inquiry', 'help', 'complaint', 'suggestion', 'praise'] as const
export type RequestType = (typeof requestTypes)[number]

/** Who leads: one grid; the 街区 with co-handlers; community and street; mediation; another door altogether. */
export const routes = ['grid', 'block', 'street', 'mediation', 'door'] as const
export type Route = (typeof routes)[number]

/** How far up a matter has to go when danger is left aside. */
export const levels = ['grid', 'block', 'community', 'street', 'district'] as const
export type Level = (typeof levels)[number]

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
  /** It is looked at only when the report came like this. */
  given?: Given
  /** Of a danger: from this log-odds of its passage on it makes an A by itself, if only an unsure one. */
  from?: number
  /** Below A it has the last word on tier and category, whatever the model says: a rule that a street wrote for itself. */
  decides?: boolean
  /** Kinds of calm that mean nothing here: a manhole that lost its cover last year has none today. */
  ignores?: readonly CalmKind[]
  category?: Category
  type?: RequestType
  route?: Route
  /** The door it leads to, one of `doors`; with the route `door`. */
  door?: string
  lines?: readonly EmergencyLine[]
  /** Why, for the resident; `{words}` becomes what was seen. */
  because: string
}

/** Something to be said because of how a report came; it may make a danger sure, and changes nothing else. */
export interface Remark {
  id: string
  given?: Given
  /** Only about these tiers, and classes. */
  tiers?: readonly Tier[]
  categories?: readonly Category[]
  /** Only where the answer is in doubt: a danger that is not sure, below A a tier without confidence. */
  doubtful?: boolean
  /** Dangers of the same kind were reported at the same building on so many days. */
  sameDanger?: number
  /** Reports of the same class, this one among them, came from the same building on so many days. */
  returned?: number
  /** A danger is a sure one. */
  sure?: boolean
  to: 'resident' | 'staff'
  /** `{photos}`, `{days}`, `{times}`, `{danger}` and `{category}` become what they are of this report. */
  say: string
}

/** What is remembered of a building, and for how long. */
export interface HistoryRules {
  /** How long a danger is remembered, and how long any matter, in days. */
  dangerDays: number
  matterDays: number
  /** Kinds of danger that lie in a building, not in the people in it: what they are called, and their rules. */
  kinds: Readonly<Record<string, { say: string; rules: readonly string[] }>>
  /** Classes of which nothing is remembered: they are about people. */
  leftOut: readonly Category[]
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
  /** Words by what they speak of: what the trained model looks at beside bare characters. */
  cues: Readonly<Record<string, Words>>
  rules: readonly TriageRule[]
  /** The category a tile speaks for. */
  tiles: Readonly<Record<Tile, Category>>
  /** The trained model that proposes, and from which log-odds of danger on it is listened to. */
  model: {
    id: string
    /** From here on a message is a danger, if only an unsure one. */
    danger: number
    /** A danger that a rule sees without a doubt is a sure one from here on. */
    sure: number
    /** Below this the model outweighs even a rule that has no doubt. */
    outweighed: number
    /** A danger that a rule found calmed is one all the same from here on. */
    calmed: number
    /** How many times as likely the weightiest rule makes its tier, below A. */
    rule: number
    /** What a chosen tile adds to the log-odds of its category. */
    tile: number
  }
  /** What is to be said because of how a report came, in this order. */
  remarks: readonly Remark[]
  history: HistoryRules
  /** From which share on an answer is called firm, and fair. */
  confidence: { firm: number; fair: number }
  /** Why, for the resident, when no rule says it; `{words}` becomes the strongest words. */
  proposals: Readonly<Record<Tier, string>>
  /** Other doors for what is out of scope, named by the rules that lead there. */
  doors: Readonly<Record<string, { name: string; say: string }>>
  /** A report about an officer or a property manager: who, and what they did, near one another. */
  aboutStaff: { who: Words; did: Words; except: Words; upper?: Words; within: number }
  /** Words that show the part a passage plays in a letter: what it asks for, what is wrong now, courtesies. */
  letter: { asks: Words; turns: Words; frame: Words }
  /** Words of matters that a block cannot settle without the community, and a street not without the district. */
  levels: { community: Words; district: Words }
}
