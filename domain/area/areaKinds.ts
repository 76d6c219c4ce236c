/** One net over the ground: 综合网格, 红色网格, 专属网格 … Several lie over the same streets. */
export interface TreeSpec {
  id: string
  words: string
  /** The net that carries requests and is browsed from the street down; one of them is. */
  main?: true
}

/** A kind of area, as data: what it is called and what is asked of it. */
export interface AreaKindSpec {
  id: string
  words: string
  tree: string
  /** People live here and requests lie here: the lowest areas of the main tree. */
  home?: true
  /** The ground that one map shows: the homes within it are drawn together. */
  map?: true
  /** `false` for areas that are tied to a school or a firm instead of ground. */
  ground?: false
  /** Somebody in one of these posts must always be there and within reach; absent: nobody need be. */
  posts?: string[]
  /** Beyond these an area's population is looked at, people. */
  population?: { least?: number; most?: number }
}

/** The trees and kinds of areas of a street (`areaKinds:<n>`). */
export interface AreaKinds {
  id: string
  /** Where the kinds and bounds come from. */
  source?: string
  trees: TreeSpec[]
  kinds: AreaKindSpec[]
  /** 罗湖's kinds of ground; areas are compared fairly only within one. */
  properties: { id: string; words: string }[]
  /** 罗湖's classes of management. */
  classes: { id: number; words: string }[]
  /** A dated figure older than this is flagged, days. */
  staleAfterDays: number
}

/** The spec of a kind; undefined for one that this policy does not know. */
export const areaKind = ({ kinds }: AreaKinds, id: string): AreaKindSpec | undefined =>
  kinds.find(kind => kind.id === id)
