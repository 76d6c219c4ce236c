import type { importService } from '../../contract/import'
import { applyRun } from '../../domain/import/moveRun'
import type { Run } from '../../domain/import/run'
import { change } from '../kernel/change'
import { imports } from '../kernel/collections/imports'
import type { Handler } from '../kernel/implement'
import { permitRun, present } from './runFor'

export const apply: Handler<typeof importService, 'apply'> = async (call, { id, version, token }) => {
  const run = await change<Run, string>(call.db, imports, {
    id,
    token,
    version,
    permit: before => permitRun(call, before),
    decide: (before, by) =>
      applyRun(before, { at: call.now, by, personId: call.caller.personId, text: '启用', token }),
    current: before => present(call, before),
  })
  return present(call, run)
}
