import type { Place } from '../../contract/place'
import { locateGrid } from '../kernel/areaShapes'
import type { Call } from '../kernel/call'

/** The id of the grid that somebody named, else of the one at their point, else of their home; '' when there is none. */
export const gridOf = async (call: Call, place: Place): Promise<string> => {
  if (place.gridId) return place.gridId
  const located = place.point && (await locateGrid(call, place.point))
  return located?.id ?? (await call.caller.account())?.homeGridId ?? ''
}
