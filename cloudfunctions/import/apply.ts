import type { importService } from '../../contract/import'
import { applyRun } from '../../domain/import/moveRun'
import type { Handler } from '../kernel/implement'
import { decideRun } from './decideRun'

export const apply: Handler<typeof importService, 'apply'> = (call, input) =>
  decideRun(call, input, '启用', applyRun)
