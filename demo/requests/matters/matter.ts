import type { Manner, Tile } from '../../../contract/requestTerms'
import type { BlockKind } from '../../names/places'
import type { Scene } from '../../pictures/scenes'

/** What the resident writes, what the officer answers first, and what the officer writes when it is done. */
export type Case = readonly [says: string, reply: string, done: string]

/**
 * One kind of thing that residents report, with the words of both sides. All sentences are invented.
 * `{here}` becomes a building (3栋, 12巷8号), `{road}` a public place (小区北门, 村口球场).
 */
export interface Matter {
  tile: Tile
  /** How often it comes up, beside the others. */
  weight: number
  /** Only where the ground is built so; everywhere when absent. */
  kinds?: readonly BlockKind[]
  /** What a photo of it shows; no photo when absent. */
  scene?: Scene
  manner: Manner
  cases: readonly Case[]
  /** What a resident writes when it is not done yet. */
  left: readonly string[]
}
