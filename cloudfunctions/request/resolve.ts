import type { requestService } from '../../contract/request'
import { resolveRequest } from '../../domain/request/handleRequest'
import type { Handler } from '../kernel/implement'
import { storedPhotos } from '../kernel/photos'
import { changeAsOfficer } from './changeRequest'

export const resolve: Handler<typeof requestService, 'resolve'> = (call, input) => {
  const { id, token, version, text, manner, photos } = input
  const done = { text, manner, photos: storedPhotos(token, photos) }
  return changeAsOfficer(call, 'resolve', { id, token, version }, (request, doing, around) =>
    resolveRequest(request, doing, done, around),
  )
}
