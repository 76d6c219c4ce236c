import { Refusal } from '../../contract/refusal'
import { pointerOf } from '../../domain/import/keptVersions'
import type { Run } from '../../domain/import/run'
import { stays } from '../../domain/import/stays'
import { forgetActive } from '../kernel/active'
import { pointers } from '../kernel/collections/pointers'
import type { Database } from '../kernel/database'
import { setFieldsWhere } from '../kernel/save'

/**
 * What was in force before an applied run is in force again, while nothing builds on what it brought. Switched back already
 * is fine: then a call was cut off before it could note it. Throws `wrongState`.
 */
export const switchBack = async (db: Database, env: string, run: Run): Promise<void> => {
  const { base, target, kind } = run
  if (!base || target === undefined) throw new Error(`${run._id} is applied and does not say what.`)
  const which = pointerOf[kind]
  const { areas, roster, places } = base
  const switched = await setFieldsWhere(
    db,
    pointers,
    { _id: 'active', areas, roster, places, [which]: target },
    { [which]: base[which] },
  )
  forgetActive(env)
  if (switched) return
  const is = await db.read(pointers, 'active')
  if (is?.[which] === base[which]) return
  throw new Refusal('wrongState', stays(run, is) ?? '')
}
