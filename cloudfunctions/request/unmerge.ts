import type { requestService } from '../../contract/request'
import { unmergeRequest } from '../../domain/request/mergeRequest'
import type { Handler } from '../kernel/implement'
import { changeAsOfficer } from './changeRequest'

export const unmerge: Handler<typeof requestService, 'unmerge'> = (call, { id, token, version, text }) =>
  changeAsOfficer(call, 'unmerge', { id, token, version }, (request, doing, around) =>
    unmergeRequest(request, doing, text, around),
  )
