import type { requestService } from '../../contract/request'
import { objectToTier } from '../../domain/request/objectToTier'
import type { Handler } from '../kernel/implement'
import { changeAsReporter } from './changeRequest'

export const object: Handler<typeof requestService, 'object'> = (call, input) =>
  changeAsReporter(call, input, (request, doing, around) => objectToTier(request, doing, input.text, around))
