import { pointerOf } from '../../domain/import/keptVersions'
import { appliedRun, outdatedRun } from '../../domain/import/moveRun'
import type { Run } from '../../domain/import/run'
import { forgetActive } from '../kernel/active'
import { pointers } from '../kernel/collections/pointers'
import type { Database } from '../kernel/database'
import { setFieldsWhere } from '../kernel/save'
import type { Checked } from './planOf'

export const outdatedWords = '核对之后，数据又有了变化，所以没有启用。请重新核对一遍。'

/**
 * Puts the written version of a run in force, unless something else was changed since the dry run; the run as it is then,
 * not saved. Switched already is fine: then a call was cut off before it could note it.
 */
export const flipRun = async (db: Database, env: string, run: Run, now: number): Promise<Run> => {
  const { base, target, kind } = run as Checked
  const which = pointerOf[kind]
  const switched =
    target !== undefined &&
    (await setFieldsWhere(db, pointers, expected(run as Checked), { [which]: target }))
  const is = switched ? undefined : await db.read(pointers, 'active')
  forgetActive(env)
  const was = !switched && base[which] !== target && is?.[which] === target
  return switched || was
    ? appliedRun(run, { at: now, by: '系统', text: `启用了第 ${target} 版` })
    : outdatedRun(run, { at: now, by: '系统', text: outdatedWords })
}

/**
 * What must not have changed since the dry run. Leave, cover and bound accounts (`touched`) concern only whoever writes
 * posts and officers anew; a street enters leave every day, and that should stop no new boundaries.
 */
export const expected = ({ base, kind }: Checked): { _id: string; [field: string]: unknown } => ({
  _id: 'active',
  areas: base.areas,
  roster: base.roster,
  places: base.places,
  ...(kind === 'officers' && { touched: base.touched }),
})
