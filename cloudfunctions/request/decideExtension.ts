import type { requestService } from '../../contract/request'
import { decideExtension as decide } from '../../domain/request/extendRequest'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const decideExtension: Handler<typeof requestService, 'decideExtension'> = (call, input) => {
  const { id, token, version, ...said } = input
  return changeAsOfficer(call, 'decideExtension', { id, token, version }, (request, doing, around) =>
    decide(request, doing, said, around),
  )
}
