import type { AreaBrief } from '../../contract/area'
import type { TriageDecision } from '../triage/triage'

/**
 * The areas (root first) whose officers may see a request reported on a path of areas. All of them, but for a report
 * about an officer or a property manager: that begins with the community, one level above those who work on the ground, and
 * one about those of the community or the street with the street, above which there is nobody here. So whoever it is about
 * finds it in no list and can open it by no link. Permissions, worklists, alerts and warnings all go by these areas.
 */
export const areasFor = (
  decision: Pick<TriageDecision, 'aboutStaff' | 'aboutUpper'>,
  path: readonly AreaBrief[],
): string[] => {
  const ids = path.map(({ id }) => id)
  if (!decision.aboutStaff) return ids
  const from = path.findIndex(({ kind }) => kind === (decision.aboutUpper ? 'street' : 'community'))
  return ids.slice(0, from >= 0 ? from + 1 : Math.max(1, ids.length - 1))
}
