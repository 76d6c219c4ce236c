import type { importService } from '../../contract/import'
import { recheckRun } from '../../domain/import/moveRun'
import type { Handler } from '../kernel/implement'
import { decideRun } from './decideRun'

export const recheck: Handler<typeof importService, 'recheck'> = (call, input) =>
  decideRun(call, input, '重新核对', recheckRun)
