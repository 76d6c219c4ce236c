import type { requestService } from '../../contract/request'
import { answerInfo as answer } from '../../domain/request/askInfo'
import type { Handler } from '../kernel/implement'
import { storedPhotos } from '../kernel/photos'
import { limitRate } from '../kernel/rateLimit'
import { changeAsEither } from './changeRequest'

export const answerInfo: Handler<typeof requestService, 'answerInfo'> = async (call, input) => {
  const { id, token, text, photos } = input
  limitRate(call, 'reply', token)
  return changeAsEither(call, 'answerInfo', { id, token }, (request, doing, around) =>
    answer(request, doing, { text, photos: storedPhotos(token, photos) }, around),
  )
}
