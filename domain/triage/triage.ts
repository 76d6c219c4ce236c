import type { Tile } from '../../contract/requestTerms'
import { decide, type TriageDecision } from './decide'
import type { TriagePolicy } from './triagePolicy'
import type { LinearModel } from './linearModel'
import { weigh } from './weigh'

export { routeOf, type TriageDecision } from './decide'

export interface TriageInput {
  text: string
  tile?: Tile
  /** How many pictures came with it. */
  photos: number
}

/** Sorts one message. The same message under the same policy always gives the same decision. */
export const triage = (input: TriageInput, policy: TriagePolicy, model?: LinearModel): TriageDecision =>
  decide(weigh(input, policy, model), policy)
