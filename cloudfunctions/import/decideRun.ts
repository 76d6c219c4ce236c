import type { ImportRun } from '../../contract/importRun'
import type { Run, RunEvent } from '../../domain/import/run'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { imports } from '../kernel/collections/imports'
import { permitRun, present } from './runFor'

/**
 * Saves what a person who may manage a run decides about it, with the line `text` in its history.
 * @returns the run as their screen then shows it
 * @throws Refusal `notFound` when it is not theirs, `conflict` when it moved on since, and what `decide` throws
 */
export const decideRun = async (
  call: Call,
  { id, version, token }: { id: string; version: number; token: string },
  text: string,
  decide: (before: Run, event: RunEvent) => Run,
): Promise<{ run: ImportRun }> => {
  const run = await change<Run, string>(call.db, imports, {
    id,
    token,
    version,
    permit: before => permitRun(call, before),
    decide: (before, by) => decide(before, { at: call.now, by, personId: call.caller.personId, text, token }),
    current: before => present(call, before),
  })
  return present(call, run)
}
