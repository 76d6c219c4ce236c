import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { AreaNode } from '../../domain/area/area'
import type { Call } from '../kernel/call'

/**
 * The area an import or export is about: the one named, or the first that this person may manage. Throws `notFound` when
 * there is none, or it is not theirs.
 */
export const ownArea = async ({ active, caller }: Call, areaId?: string): Promise<AreaNode> => {
  const { street } = await active()
  const grants = (await caller.grants()).filter(({ permissions }) => permissions.includes('area.manage'))
  const area = street.area(areaId ?? grants[0]?.areaId ?? '')
  if (!area) throw new Refusal('notFound', errorSentences.notFound)
  await caller.permit('area.manage', area.path)
  return area
}
