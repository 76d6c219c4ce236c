import type { requestService } from '../../contract/request'
import { retierRequest } from '../../domain/request/retierRequest'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const retier: Handler<typeof requestService, 'retier'> = (call, input) => {
  const { id, token, version, ...said } = input
  return changeAsOfficer(call, 'retier', { id, token, version }, (request, doing, around) =>
    retierRequest(request, doing, said, around),
  )
}
