import type { RequestView } from '../../contract/request'
import type { Request } from '../../domain/request/request'
import { viewRequest } from '../../domain/request/viewRequest'
import type { Call } from '../kernel/call'
import { photoUrls } from '../kernel/photos'

/** The request as the caller may see it, with short-lived picture addresses: one storage call when there are pictures. */
export const present = async ({ active, caller, now }: Call, request: Request): Promise<RequestView> => {
  const [{ street }, urls] = await Promise.all([active(), photoUrls(request.files)])
  const { assignee } = request
  const post =
    assignee &&
    street.posts([assignee.areaId], now).find(candidate => candidate.officerId === assignee.officerId)
  return viewRequest(
    request,
    { side: caller.owns(request.reporterId) ? 'reporter' : 'officer', now },
    { path: street.path(request.gridId), ...(post && { handler: street.card(post, now) }), urls },
  )
}
