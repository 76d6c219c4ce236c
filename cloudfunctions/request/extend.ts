import type { requestService } from '../../contract/request'
import { extendRequest } from '../../domain/request/extendRequest'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const extend: Handler<typeof requestService, 'extend'> = (call, input) =>
  changeAsOfficer(call, 'extend', input, (request, doing, around) =>
    extendRequest(request, doing, input.text, around),
  )
