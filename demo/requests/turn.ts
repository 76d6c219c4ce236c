import type { Category } from '../../contract/categories'
import type { Tier } from '../../contract/tiers'

/** Something out of the ordinary that somebody does with a request, after what happened last. */
export interface Turn {
  move:
    | 'tell'
    | 'askInfo'
    | 'answerInfo'
    | 'extend'
    | 'grantExtension'
    | 'refuseExtension'
    | 'suspend'
    | 'resume'
    | 'retier'
    | 'object'
    | 'upholdObjection'
    | 'refuseObjection'
  text: string
  /** Hours after what happened last; officers wait for the morning. */
  after: number
  /** With `retier`: where to. */
  tier?: Tier
  category?: Category
}
