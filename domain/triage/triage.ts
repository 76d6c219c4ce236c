import type { Source, Tile } from '../../contract/requestTerms'
import type { Before } from './circumstances'
import { decide, type TriageDecision } from './decide'
import type { TriagePolicy } from './triagePolicy'
import type { LinearModel } from './linearModel'
import { weigh } from './weigh'

export { routeOf, type TriageDecision } from './decide'

export interface TriageInput {
  text: string
  tile?: Tile | undefined
  /** How many pictures came with it; none unless told. */
  photos?: number
  /** Who brought it; the resident unless told. */
  source?: Source | undefined
  /** What has lately been reported at the same building. */
  before?: Before | undefined
}

/** Sorts one message. The same message under the same policy always gives the same decision. */
export const triage = (
  { text, tile, photos = 0, source = 'resident', before }: TriageInput,
  policy: TriagePolicy,
  model?: LinearModel,
): TriageDecision =>
  decide(
    weigh({ text, tile, came: before ? { photos, source, before } : { photos, source } }, policy, model),
    policy,
  )
