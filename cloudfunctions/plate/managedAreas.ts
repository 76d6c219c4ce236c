import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { AreaNode } from '../../domain/area/area'
import type { PlateIssuer } from '../../domain/plate/plate'
import type { Call } from '../kernel/call'

/** These areas, each once, and who is acting. Throws `notFound` unless the caller manages the plates of every one. */
export const managedAreas = async (
  { active, caller }: Call,
  areaIds: readonly string[],
): Promise<{ areas: AreaNode[]; by: PlateIssuer }> => {
  const { street } = await active()
  let by: PlateIssuer | undefined
  const areas: AreaNode[] = []
  for (const id of new Set(areaIds)) {
    const area = street.area(id)
    const { officerId, name } = await caller.permit('plate.manage', area?.path ?? [])
    if (area) areas.push(area)
    by = { personId: caller.personId, officerId, name }
  }
  if (!by) throw new Refusal('notFound', errorSentences.notFound)
  return { areas, by }
}
