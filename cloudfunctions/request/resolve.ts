import type { requestService } from '../../contract/request'
import { confirmClock } from '../../domain/deadline/clocks'
import { resolveRequest } from '../../domain/request/handleRequest'
import type { Handler } from '../kernel/implement'
import { storedPhotos } from '../kernel/photos'
import { changeAsOfficer } from './changeRequest'

export const resolve: Handler<typeof requestService, 'resolve'> = async (call, input) => {
  const { policies } = await call.active()
  const { id, token, version, text, manner, photos } = input
  return changeAsOfficer(call, { id, token, version }, (request, doing) =>
    resolveRequest(
      request,
      doing,
      { text, manner, photos: storedPhotos(token, photos) },
      confirmClock(request.tier, call.now, policies.deadline, policies.calendar),
    ),
  )
}
