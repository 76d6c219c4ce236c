import type { RequestView } from '../../contract/requestView'
import { holdsIt } from '../../domain/account/holdsIt'
import type { Request } from '../../domain/request/request'
import { isReporter, speaksFor } from '../../domain/request/speaksFor'
import { viewRequest } from '../../domain/request/viewRequest'
import type { Call } from '../kernel/call'
import { fileUrls } from '../kernel/photos'
import { handlerPost } from './handlerPost'
import { readableMerged } from './readableMerged'

/**
 * The request as the caller may see it, with short-lived picture addresses: one storage call when there are pictures, and
 * for an officer one reading when others are dealt with in it.
 */
export const present = async (call: Call, request: Request): Promise<RequestView> => {
  const { active, caller, now } = call
  const mine = isReporter(request, caller.personId) && caller.owns(request.reporterId)
  const [{ street, policies }, grants, merged] = await Promise.all([
    active(),
    mine ? [] : caller.grants(),
    mine ? [] : readableMerged(call, request),
  ])
  const shown = merged.flatMap(({ photos, files }) => photos.flatMap(({ id }) => files[id] ?? []))
  const urls = await fileUrls([...Object.values(request.files), ...shown])
  const post = handlerPost(street, request, now)
  const grid = street.area(request.gridId)
  const dutyPhone = grid && street.dutyPhone(grid)
  const here = grants.filter(({ areaId }) => request.areaIds.includes(areaId))
  const looking = {
    as: mine
      ? ['reporter' as const]
      : [
          ...here.flatMap(({ permissions }) => permissions),
          ...(holdsIt(here, request, now) ? ['request.handle' as const] : []),
          ...(speaksFor(request, caller.personId, here) ? ['reporter' as const] : []),
        ],
    occasion: { at: now, deadline: policies.deadline, ...(here[0] && { officerId: here[0].officerId }) },
  }
  return viewRequest(
    request,
    { side: mine ? 'reporter' : 'officer', now, looking },
    {
      path: street.path(request.gridId),
      ...(post && { handler: street.card(post, now) }),
      ...(dutyPhone && { dutyPhone }),
      urls,
      merged,
      calendar: policies.calendar.forAreas(request.areaIds),
      triage: policies.triage,
      tiers: policies.tiers,
      topicFrom: policies.duplicates.topicFrom,
      postWords: kind => street.postWords(kind),
    },
  )
}
