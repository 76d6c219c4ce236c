import type { requestService } from '../../contract/request'
import { confirmDanger as confirmIt } from '../../domain/request/confirmDanger'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const confirmDanger: Handler<typeof requestService, 'confirmDanger'> = (call, input) =>
  changeAsOfficer(call, 'confirmDanger', input, confirmIt)
