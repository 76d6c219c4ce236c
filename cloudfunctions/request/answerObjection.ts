import type { requestService } from '../../contract/request'
import { answerObjection as answer } from '../../domain/request/objectToTier'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const answerObjection: Handler<typeof requestService, 'answerObjection'> = (call, input) => {
  const { id, token, version, ...said } = input
  return changeAsOfficer(call, 'answerObjection', { id, token, version }, (request, doing, around) =>
    answer(request, doing, said, around),
  )
}
