import type { Category } from '../../contract/categories'
import type { Tile } from '../../contract/requestTerms'

/** Something residents report about what they share, with the words that speak of it (separated by blanks). */
export interface SharedMatter {
  id: string
  /** What a neighbour reads who may be told no more. */
  say: string
  words: string
  /** What it is not about where this one is spoken of too: a lamp that is too bright is not a lamp that is out. */
  over?: readonly string[]
  /** It is everybody's by nature; of the others a neighbour hears only when something shared is named too. */
  public?: boolean
}

/**
 * How likely two reports are about the same matter: `what × where × when`, each between 0 and 1.
 * `what` is the weighted mean of how like the words, the matters and the kinds are; `where` and `when` halve with every
 * `halves` (the metres by their square, so that what stands close counts as the same place).
 */
export interface DuplicatePolicy {
  id: string
  /** Nothing farther or older than this is looked at. */
  reach: { metres: number; days: number }
  halves: { metres: number; days: number }
  /** They add up to 1. */
  weights: { text: number; matter: number; kind: number }
  /** `where`, when one of the two has no point. */
  unplaced: { sameBuilding: number; sameGrid: number; otherGrid: number }
  /** What `where` is multiplied by when the two name different buildings. */
  otherBuilding: number
  /** From this score on it is shown as probably the same. */
  likely: number
  /** How many are offered at most. */
  offered: number
  /** From so many households on staff are told that a matter may be one for everybody. */
  topicFrom: number
  matters: readonly SharedMatter[]
  /** Words that name a place and no matter, though a matter's word stands in them: 单元门口. */
  where: string
  /** Words for what belongs to everybody. */
  shared: string
  /** Words for what is inside a home: never offered to a neighbour. */
  home: string
  /** Words for what is about a person: never offered to a neighbour. */
  person: string
  /** Tiles and classes under which nothing is ever offered to a neighbour. */
  privateTiles: readonly Tile[]
  privateCategories: readonly Category[]
}
