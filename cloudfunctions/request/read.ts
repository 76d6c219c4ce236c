import { Refusal } from '../../contract/refusal'
import type { requestService } from '../../contract/request'
import { errorSentences } from '../../contract/sentences'
import { isReporter } from '../../domain/request/speaksFor'
import { requests } from '../kernel/collections/requests'
import type { Handler } from '../kernel/implement'
import { present } from './present'

export const read: Handler<typeof requestService, 'read'> = async (call, { id }) => {
  const request = await call.db.read(requests, id)
  if (!request) throw new Refusal('notFound', errorSentences.notFound)
  const { caller } = call
  const own = isReporter(request, caller.personId) && caller.owns(request.reporterId)
  if (!own) await caller.permit('request.read', request.areaIds)
  return { request: await present(call, request) }
}
