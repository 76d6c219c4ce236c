import type { Manner, Tile } from '../../../contract/requestTerms'
import type { BlockKind } from '../../names/places'

/** One report of a planted matter. */
export interface PlantedReport {
  says: string
  /** As the reporter names the place; none when they only chose their grid. */
  at?: string
  /** Metres east and north of the matter itself; none when they marked no point. */
  off?: readonly [number, number]
  /** Hours after the first report of the group. */
  after: number
  tile?: Tile
}

/** Looks like one of the group and is not. */
export interface Decoy extends PlantedReport {
  /**
   * `elsewhere`: the same words about another place. `otherMatter`: the same place, something else. `solvedBefore`: the
   * same matter, reported and settled before the group's began.
   */
  why: 'elsewhere' | 'otherMatter' | 'solvedBefore'
}

/**
 * Several residents reporting one and the same matter, each in their own words, and what only looks like it. Which
 * reports belong together is known to the bench alone: it is stored nowhere.
 */
export interface PlantedGroup {
  id: string
  tile: Tile
  manner: Manner
  kinds?: readonly BlockKind[]
  reports: readonly PlantedReport[]
  decoys: readonly Decoy[]
}
