import type { importService } from '../../contract/import'
import { recheckRun } from '../../domain/import/moveRun'
import type { Run } from '../../domain/import/run'
import { change } from '../kernel/change'
import { imports } from '../kernel/collections/imports'
import type { Handler } from '../kernel/implement'
import { permitRun, present } from './runFor'

export const recheck: Handler<typeof importService, 'recheck'> = async (call, { id, version, token }) => {
  const run = await change<Run, string>(call.db, imports, {
    id,
    token,
    version,
    permit: before => permitRun(call, before),
    decide: (before, by) =>
      recheckRun(before, { at: call.now, by, personId: call.caller.personId, text: '重新核对', token }),
    current: before => present(call, before),
  })
  return present(call, run)
}
