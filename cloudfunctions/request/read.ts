import { Refusal } from '../../contract/refusal'
import type { requestService } from '../../contract/request'
import { errorSentences } from '../../contract/sentences'
import { requests } from '../kernel/collections/requests'
import type { Handler } from '../kernel/implement'
import { present } from './present'

export const read: Handler<typeof requestService, 'read'> = async (call, { id }) => {
  const request = await call.db.read(requests, id)
  if (!request) throw new Refusal('notFound', errorSentences.notFound)
  if (!call.caller.owns(request.reporterId)) await call.caller.permit('request.read', request.areaIds)
  return { request: await present(call, request) }
}
