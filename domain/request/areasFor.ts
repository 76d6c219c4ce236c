import type { AreaBrief } from '../../contract/area'
import type { TriageDecision } from '../triage/triage'

/**
 * The areas (root first) whose officers may see a request reported on a path of areas. All of them, but for a report
 * about an officer or a property manager: that begins with the community, one level above those who work on the ground,
 * so that whoever it is about finds it in no list and can open it by no link. Permissions, worklists, alerts and warnings
 * all go by these areas.
 */
export const areasFor = (
  decision: Pick<TriageDecision, 'tier'> & { aboutStaff?: boolean },
  path: readonly AreaBrief[],
): string[] => {
  const ids = path.map(({ id }) => id)
  if (!decision.aboutStaff) return ids
  const community = path.findIndex(({ kind }) => kind === 'community')
  return ids.slice(0, community >= 0 ? community + 1 : Math.max(1, ids.length - 1))
}
