import { Refusal } from '../../contract/refusal'
import { keptRun, undoneRun } from '../../domain/import/moveRun'
import type { Run, RunEvent } from '../../domain/import/run'
import { imports } from '../kernel/collections/imports'
import type { Database } from '../kernel/database'
import { update } from '../kernel/save'
import { switchBack } from './switchBack'

/** Ends an undo that a call noted and did not come back from; a run that others build on by now stays. */
export const endUndo = async (
  db: Database,
  env: string,
  run: Run,
  undoing: RunEvent,
  now: number,
): Promise<void> => {
  try {
    await switchBack(db, env, run)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await update(db, imports, run, keptRun(run, now))
    return
  }
  await update(db, imports, run, undoneRun(run, { ...undoing, at: now }))
}
