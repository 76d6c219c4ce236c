import type { requestService } from '../../contract/request'
import { replyToRequest } from '../../domain/request/handleRequest'
import type { Handler } from '../kernel/implement'
import { storedPhotos } from '../kernel/photos'
import { limitRate } from '../kernel/rateLimit'
import { changeAsEither } from './changeRequest'

export const reply: Handler<typeof requestService, 'reply'> = async (call, input) => {
  const { id, token, text, photos, reached, toMerged } = input
  limitRate(call, 'reply', token)
  const said = {
    text,
    photos: storedPhotos(token, photos),
    ...(reached && { reached }),
    ...(toMerged && { toMerged }),
  }
  return changeAsEither(call, 'reply', { id, token }, (request, doing, around) =>
    replyToRequest(request, doing, said, around),
  )
}
