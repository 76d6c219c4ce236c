import type { requestService } from '../../contract/request'
import { suspendRequest } from '../../domain/request/suspendRequest'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const suspend: Handler<typeof requestService, 'suspend'> = (call, input) =>
  changeAsOfficer(call, 'suspend', input, (request, doing, around) =>
    suspendRequest(request, doing, input.text, around),
  )
