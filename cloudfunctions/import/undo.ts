import type { importService } from '../../contract/import'
import { Refusal } from '../../contract/refusal'
import { pointerOf } from '../../domain/import/keptVersions'
import { assertState, undoneRun } from '../../domain/import/moveRun'
import type { Run } from '../../domain/import/run'
import { forgetActive } from '../kernel/active'
import type { Call } from '../kernel/call'
import { pointers } from '../kernel/collections/pointers'
import type { Handler } from '../kernel/implement'
import { setFieldsWhere } from '../kernel/save'
import { decideRun } from './decideRun'
import { present, runFor } from './runFor'

export const undo: Handler<typeof importService, 'undo'> = async (call, input) => {
  const before = await runFor(call, input.id)
  if (before.events.some(event => event.token === input.token)) return present(call, before)
  if (before.version === input.version) await switchBack(call, before)
  return decideRun(call, input, `撤销：${input.text}`, undoneRun)
}

/**
 * What was in force before is in force again, while nothing builds on what the run brought. Switched back already is
 * fine: then a call was cut off before it could note it. Throws `wrongState`.
 */
const switchBack = async (call: Call, run: Run): Promise<void> => {
  assertState(run, ['applied'])
  const { base, target, kind } = run
  if (!base || target === undefined) throw new Error(`${run._id} is applied and does not say what.`)
  const which = pointerOf[kind]
  if (run.final) throw new Refusal('wrongState', '更早的版本已经清理了，撤不回去。请改好文件重新导入。')
  const { areas, roster, places } = base
  const switched = await setFieldsWhere(
    call.db,
    pointers,
    { _id: 'active', areas, roster, places, [which]: target },
    { [which]: base[which] },
  )
  forgetActive(call.env)
  if (switched) return
  const is = await call.db.read(pointers, 'active')
  if (is?.[which] === base[which]) return
  throw new Refusal('wrongState', '后来又导入过别的，请先撤销后面那一次。')
}
