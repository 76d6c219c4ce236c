import type { importService } from '../../contract/import'
import { Refusal } from '../../contract/refusal'
import { assertState, keptRun, undoingRun, undoneRun } from '../../domain/import/moveRun'
import type { RunEvent } from '../../domain/import/run'
import { stays } from '../../domain/import/stays'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { imports } from '../kernel/collections/imports'
import type { Handler } from '../kernel/implement'
import { decideRun } from './decideRun'
import { permitRun, present, runFor } from './runFor'
import { switchBack } from './switchBack'

/**
 * First it is noted what somebody wants, then the versions are switched back, then it is said: what is cut off in between
 * is ended by `clock`, and until then no version that belongs to it is cleared away.
 */
export const undo: Handler<typeof importService, 'undo'> = async (call, input) => {
  const before = await runFor(call, input.id)
  if (before.events.some(event => event.token === input.token)) return present(call, before)
  const text = `撤销：${input.text}`
  if (before.version === input.version) {
    assertState(before, ['applied'])
    const by = await permitRun(call, before)
    const { personId } = call.caller
    await note(call, input, { at: call.now, by, personId, text, token: input.token })
  }
  return decideRun(call, input, text, undoneRun)
}

const note = async (
  { db, env, now }: Call,
  { id, version }: { id: string; version: number },
  event: RunEvent,
): Promise<void> => {
  const permit = () => undefined
  const run = await change(db, imports, {
    id,
    version,
    permit,
    decide: before => {
      // Noted already: the call before this one was cut off.
      if (before.undoing) return before
      if (before.final) throw new Refusal('wrongState', stays(before, undefined) ?? '')
      return undoingRun(before, event, now)
    },
  })
  try {
    await switchBack(db, env, run)
  } catch (error) {
    await change(db, imports, {
      id,
      permit,
      decide: before => (before.undoing ? keptRun(before, now) : before),
    })
    throw error
  }
}
