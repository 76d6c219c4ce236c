import type { importService } from '../../contract/import'
import { unreadableRun } from '../../domain/import/moveRun'
import type { Run } from '../../domain/import/run'
import type { Call } from '../kernel/call'
import { imports } from '../kernel/collections/imports'
import type { Handler } from '../kernel/implement'
import { update } from '../kernel/save'
import { applySteps } from './applySteps'
import { checkSteps } from './checkSteps'
import { Unreadable } from './files/Unreadable'
import { present, runFor } from './runFor'

/** A call takes up no further step after this long, ms: with the step it is in it ends well before the phone gives up. */
const budget = 5_000

// No token is kept: every step is guarded by `rev` and may be done twice. What two calls do at once, one of them saves.
export const advance: Handler<typeof importService, 'advance'> = async (call, { id }) => {
  let run = await runFor(call, id)
  const until = Date.now() + budget
  while (run.work && Date.now() < until) {
    const saved = await update(call.db, imports, run, await step(call, run, until))
    // Somebody else was here: what they saved is how it stands.
    if (!saved) return present(call, await runFor(call, id))
    run = saved
  }
  return present(call, run)
}

const step = async (call: Call, run: Run, until: number): Promise<Run> => {
  const slice = { ...checkSteps, ...applySteps }[run.work?.step ?? 'read']
  if (!slice) throw new Error(`An import is at a step that nothing does: ${run.work?.step}`)
  try {
    return await slice(call, run, until)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return unreadableRun(run, { at: call.now, by: '系统', text: error.message })
  }
}
