import type { requestService } from '../../contract/request'
import { openClocks } from '../../domain/deadline/clocks'
import { confirmRequest } from '../../domain/request/confirmRequest'
import type { Handler } from '../kernel/implement'
import { changeAsReporter } from './changeRequest'

export const confirm: Handler<typeof requestService, 'confirm'> = async (call, input) => {
  const { street, policies } = await call.active()
  const { id, token, version, ...said } = input
  return changeAsReporter(call, { id, token, version }, (request, doing) =>
    confirmRequest(request, doing, said, {
      clocks: openClocks(request.tier, call.now, policies.deadline, policies.calendar),
      overseers: street.holders('request.oversee', request.areaIds, call.now),
    }),
  )
}
