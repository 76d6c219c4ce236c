import type { requestService } from '../../contract/request'
import { confirmRequest } from '../../domain/request/confirmRequest'
import type { Handler } from '../kernel/implement'
import { changeAsReporter } from './changeRequest'

export const confirm: Handler<typeof requestService, 'confirm'> = (call, input) => {
  const { id, token, version, ...said } = input
  return changeAsReporter(call, { id, token, version }, (request, doing, around) =>
    confirmRequest(request, doing, said, around),
  )
}
