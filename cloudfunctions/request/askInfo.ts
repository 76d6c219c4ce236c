import type { requestService } from '../../contract/request'
import { askInfo as ask } from '../../domain/request/askInfo'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const askInfo: Handler<typeof requestService, 'askInfo'> = (call, input) =>
  changeAsOfficer(call, 'askInfo', input, (request, doing, around) => ask(request, doing, input.text, around))
