import type { LeaveView, rosterService } from '../../contract/roster'
import type { Leave, StaffActor } from '../../domain/account/post'
import { assertLeave, changedLeave, endedLeave } from '../../domain/roster/leave'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { leaves } from '../kernel/collections/leaves'
import type { Handler } from '../kernel/implement'
import { freshActive, touchRoster } from '../kernel/touchRoster'
import { announceLeave } from './announceLeave'
import { mayManage } from './mayManage'
import { leaveView } from './viewRoster'

export const changeLeave: Handler<typeof rosterService, 'changeLeave'> = async (call, input) => {
  const { street } = await freshActive(call)
  const { from, to, coverId } = input
  return move(call, input, (leave, doing) => {
    const asked = { officerId: leave.officerId, from, to, ...(coverId && { coverId }) }
    assertLeave(street, asked, call.now, leave)
    return changedLeave(leave, 'changed', asked, doing)
  })
}

export const endLeave: Handler<typeof rosterService, 'endLeave'> = async (call, input) => {
  await freshActive(call)
  return move(call, input, endedLeave)
}

interface Target {
  id: string
  version: number
  token: string
}

const move = async (
  call: Call,
  { id, version, token }: Target,
  decide: (leave: Leave, doing: { by: StaffActor; at: number; token: string }) => Leave,
): Promise<{ leave: LeaveView }> => {
  const view = async (leave: Leave) => ({ leave: leaveView((await call.active()).street, leave, call.now) })
  const saved = await change<Leave, StaffActor>(call.db, leaves, {
    id,
    version,
    token,
    permit: ({ officerId }) => mayManage(call, officerId),
    decide: (leave, by) => decide(leave, { by, at: call.now, token }),
    current: view,
  })
  await touchRoster(call)
  await announceLeave(call, (await call.active()).street, saved)
  return view(saved)
}
