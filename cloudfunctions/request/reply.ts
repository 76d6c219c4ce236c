import type { requestService } from '../../contract/request'
import { replyToRequest } from '../../domain/request/handleRequest'
import type { Handler } from '../kernel/implement'
import { storedPhotos } from '../kernel/photos'
import { limitRate } from '../kernel/rateLimit'
import { changeAsEither } from './changeRequest'

export const reply: Handler<typeof requestService, 'reply'> = async (call, { id, token, text, photos }) => {
  limitRate(call, 'reply', token)
  return changeAsEither(call, { id, token }, (request, doing) =>
    replyToRequest(request, doing, { text, photos: storedPhotos(token, photos) }),
  )
}
