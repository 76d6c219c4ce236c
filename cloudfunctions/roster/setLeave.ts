import { Refusal } from '../../contract/refusal'
import type { rosterService } from '../../contract/roster'
import type { Leave } from '../../domain/account/post'
import { documentId } from '../../domain/id/documentId'
import { assertLeave, changedLeave, newLeave } from '../../domain/roster/leave'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { leaves } from '../kernel/collections/leaves'
import type { Handler } from '../kernel/implement'
import { insert } from '../kernel/save'
import { freshActive, touchRoster } from '../kernel/touchRoster'
import { announceLeave } from './announceLeave'
import { mayManage, ownOfficer } from './mayManage'
import { leaveView } from './viewRoster'

export const setLeave: Handler<typeof rosterService, 'setLeave'> = async (call, input) => {
  const { db, caller, now } = call
  const { token, from, to, coverId } = input
  const id = documentId('v', caller.personId, token)
  const { street } = await freshActive(call)
  const officerId = input.officerId ?? (await ownOfficer(call))
  const by = await mayManage(call, officerId)
  const first = await db.read(leaves, id)
  if (!first) {
    const asked = { officerId, from, to, ...(coverId && { coverId }) }
    assertLeave(street, asked, now)
    await insert(db, leaves, newLeave(id, asked, { by, at: now, token }))
  }
  return { leave: await inForce(call, first ?? (await db.read(leaves, id)), id) }
}

/**
 * Makes a written leave known. Two that were entered in the same moment did not know of each other: each looks again once
 * both are written, and whoever does not fit any more is taken back. Sent twice, it only does again what is harmless.
 */
const inForce = async (call: Call, leave: Leave | undefined, id: string) => {
  await touchRoster(call)
  const { street } = await call.active()
  if (leave && leave.version === 1) {
    try {
      assertLeave(street, leave, call.now, leave)
    } catch (error) {
      if (!(error instanceof Refusal) || leave.to <= call.now) throw error
      await takeBack(call, id)
      throw error
    }
    await announceLeave(call, street, leave)
  }
  if (!leave) throw new Error(`The leave ${id} was written and is not there.`)
  return leaveView(street, leave, call.now)
}

const takeBack = async (call: Call, id: string) => {
  await change<Leave, undefined>(call.db, leaves, {
    id,
    permit: () => undefined,
    decide: before => changedLeave(before, 'withdrawn', { ...before, to: before.from }, { at: call.now }),
  })
  await touchRoster(call)
}
