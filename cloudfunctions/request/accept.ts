import type { requestService } from '../../contract/request'
import { acceptRequest } from '../../domain/request/handleRequest'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const accept: Handler<typeof requestService, 'accept'> = (call, input) =>
  changeAsOfficer(call, 'accept', input, acceptRequest)
