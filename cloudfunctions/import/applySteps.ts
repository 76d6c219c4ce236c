import { appliedRun, outdatedRun, switchingRun } from '../../domain/import/moveRun'
import { forgetActive } from '../kernel/active'
import type { Call } from '../kernel/call'
import { pointers } from '../kernel/collections/pointers'
import { _ } from '../kernel/database'
import { setFieldsWhere } from '../kernel/save'
import type { Slice } from './checkSteps'
import { type Checked, planOf } from './planOf'
import { pointerOf } from './runFor'

/** Documents written in one operation. */
const batch = 200

const outdated = '核对之后，数据又有了变化，所以没有启用。请重新核对一遍。'

/** The steps of applying: everything is written beside what is in force, and then one pointer is switched. */
export const applySteps: Record<'write' | 'flip', Slice> = {
  write: async (call, run, until) => {
    const checked = run as Checked
    if (run.target === undefined) {
      const target = await claimVersion(call, checked)
      return target === undefined
        ? outdatedRun(run, { at: call.now, by: '系统', text: outdated })
        : { ...run, target }
    }
    const plan = await planOf(call, checked)
    let done = run.work?.done ?? 0
    do {
      await plan.write(call.db, run.target, done, batch)
      done = Math.min(plan.documents, done + batch)
    } while (done < plan.documents && Date.now() < until)
    const rest = { ...run, work: { step: 'write' as const, done, of: plan.documents } }
    return done < plan.documents ? rest : switchingRun(rest, call.now)
  },
  flip: async (call, run) => {
    const { base, target, kind } = run as Checked
    const which = pointerOf[kind]
    const switched =
      target !== undefined &&
      (await setFieldsWhere(call.db, pointers, expected(run as Checked), { [which]: target }))
    const is = switched ? undefined : await call.db.read(pointers, 'active')
    forgetActive(call.env)
    // Switched in a call that was cut off before it could note it.
    const was = !switched && base[which] !== target && is?.[which] === target
    return switched || was
      ? appliedRun(run, { at: call.now, by: '系统', text: `启用了第 ${target} 版` })
      : outdatedRun(run, { at: call.now, by: '系统', text: outdated })
  },
}

/**
 * What must not have changed since the dry run. Leave, cover and bound accounts (`touched`) concern only whoever writes
 * posts and officers anew; a street enters leave every day, and that should stop no new boundaries.
 */
const expected = ({ base, kind }: Checked): { _id: string; [field: string]: unknown } => ({
  _id: 'active',
  areas: base.areas,
  roster: base.roster,
  places: base.places,
  ...(kind === 'officers' && { touched: base.touched }),
})

/**
 * A version number that nothing was or will be written under but this run, not even after it was undone; undefined when
 * what is in force has changed. A number that is claimed and then lost in a kill is lost.
 */
const claimVersion = async (call: Call, run: Checked): Promise<number | undefined> => {
  const is = await call.db.read(pointers, 'active')
  if (!is) return undefined
  const next = (is.lastVersion ?? Math.max(is.areas, is.roster, is.places)) + 1
  const guard = { ...expected(run), lastVersion: is.lastVersion ?? _.exists(false) }
  const claimed = await setFieldsWhere(call.db, pointers, guard, { lastVersion: next })
  return claimed ? next : undefined
}
