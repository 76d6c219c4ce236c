import { outdatedRun, switchingRun } from '../../domain/import/moveRun'
import type { Call } from '../kernel/call'
import { pointers } from '../kernel/collections/pointers'
import { _ } from '../kernel/database'
import { setFieldsWhere } from '../kernel/save'
import type { Slice } from './checkSteps'
import { expected, flipRun, outdatedWords } from './flipRun'
import { type Checked, planOf } from './planOf'

/** Documents written in one operation. */
const batch = 200

/** The steps of applying: everything is written beside what is in force, and then one pointer is switched. */
export const applySteps: Record<'write' | 'flip', Slice> = {
  write: async (call, run, until) => {
    const checked = run as Checked
    if (run.target === undefined) {
      const target = await claimVersion(call, checked)
      return target === undefined
        ? outdatedRun(run, { at: call.now, by: '系统', text: outdatedWords })
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
  flip: ({ db, env, now }, run) => flipRun(db, env, run, now),
}

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
