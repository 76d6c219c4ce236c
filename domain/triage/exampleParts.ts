import type { Category } from '../../contract/categories'
import type { Tile } from '../../contract/requestTerms'
import type { Tier } from '../../contract/tiers'
import type { RequestType } from './triagePolicy'

/** A message written for this repository in residents' manner, with what two people should agree on. */
export interface Example {
  text: string
  tier: Tier
  category: Category
  type: RequestType
  /** Why it is so. */
  why: string
  /** No danger, though it has the words of one. */
  lookalike?: boolean
  /** A danger in which the machine may ask a person to look first. */
  unsure?: boolean
  tile?: Tile | null
}

/** FNV-1a of the text: the split depends on the text alone, so a new example never moves an old one. */
const hash = (text: string): number =>
  new TextEncoder().encode(text).reduce((h, byte) => Math.imul(h ^ byte, 0x01000193) >>> 0, 0x811c9dc5)

/**
 * A third is set aside to check against. Rules, cues and the model are made from the work part only: look at the figures of
 * the check part, never at its mistakes.
 */
export const isCheck = ({ text }: { text: string }): boolean => hash(text) % 3 === 0
