import type { requestService } from '../../contract/request'
import { resumeRequest } from '../../domain/request/suspendRequest'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const resume: Handler<typeof requestService, 'resume'> = (call, input) =>
  changeAsOfficer(call, 'resume', input, (request, doing, around) =>
    resumeRequest(request, doing, input.text, around),
  )
