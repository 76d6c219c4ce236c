import { Refusal } from '../../contract/refusal'
import type { Absence, Leave, LeaveEvent, StaffActor } from '../account/post'
import type { Span } from '../area/roster'
import type { Street } from '../area/street'
import { sortableInstant } from '../request/requestKeys'
import { day, startOfDay } from '../time/china'
import { proposeCovers } from './proposeCovers'

/** A leave is no longer than this, days. Who is away for longer hands the post over. */
const daysMost = 184

interface Doing {
  by: StaffActor
  /** ms */
  at: number
  token: string
}

/** Who is away, when and who stands in. */
export type Asked = Span & Pick<Absence, 'officerId' | 'coverId'>

/**
 * Whether an officer may be away then, with this cover. Nobody has two leaves at once, and nobody stands in who is away
 * or whose post ends meanwhile: so a cover is never somebody who needs one. `known` is the leave that is being changed.
 * Throws `invalid`, `wrongState`.
 */
export const assertLeave = (street: Street, asked: Asked, now: number, known?: Absence): void => {
  const { roster } = street
  const { officerId, from, to, coverId } = asked
  if (to <= from || to <= now) throw new Refusal('invalid', '回来的日子要在请假之后。', { field: 'to' })
  if (to - from > daysMost * day) {
    throw new Refusal('invalid', '一次请假最多半年。更久的话，请把岗位交给别人。', { field: 'to' })
  }
  // Whoever fell ill this morning enters it at noon; yesterday is over.
  if (from < startOfDay(now) && from !== known?.from) {
    throw new Refusal('invalid', '请假从今天或以后的日子算起。', { field: 'from' })
  }
  const others = (leaves: readonly Absence[]) => leaves.filter(({ _id }) => _id !== known?._id)
  if (others(roster.absences(officerId, asked)).length) {
    throw new Refusal('wrongState', '这几天已经请过假了。要改日子，请改原来那一条。')
  }
  const [standing] = others(roster.standingIn(officerId, asked))
  if (standing) {
    const name = roster.postsOf(standing.officerId)[0]?.name ?? '同事'
    throw new Refusal('wrongState', `这几天正代着${name}的岗，请先给${name}换一位代班的人。`)
  }
  if (coverId === undefined) return
  const spanToCome = { from: Math.max(from, now), to }
  if (others(roster.absences(coverId, spanToCome)).length) {
    throw new Refusal('wrongState', '这位同事那几天也请假，请换一位代班的人。', { field: 'coverId' })
  }
  if (!proposeCovers(street, officerId, spanToCome).some(cover => cover.post.officerId === coverId)) {
    throw new Refusal('invalid', '请从名单里选一位代班的人。', { field: 'coverId' })
  }
}

/** A new leave with the first line of its history. */
export const newLeave = (id: string, asked: Asked, { by, at, token }: Doing): Leave => {
  const { officerId, from, to, coverId } = asked
  const is = { from, to, ...(coverId && { coverId }) }
  return {
    _id: id,
    v: 1,
    version: 1,
    rev: 1,
    officerId,
    ...is,
    events: [{ kind: 'entered', at, by, token, ...is }],
    endKey: endKey(to, id),
  }
}

/** The leave with another time or cover. */
export const changedLeave = (
  leave: Leave,
  kind: LeaveEvent['kind'],
  { from, to, coverId }: Omit<Asked, 'officerId'>,
  doing: Omit<Doing, 'by' | 'token'> & Partial<Doing>,
): Leave => {
  const { coverId: _, ...rest } = leave
  const is = { from, to, ...(coverId && { coverId }) }
  return {
    ...rest,
    ...is,
    version: leave.version + 1,
    events: [...leave.events, { kind, ...doing, ...is }],
    endKey: endKey(to, leave._id),
  }
}

/** Back now: from here on nobody stands in any more. One that has not begun is over before it begins. */
export const endedLeave = (leave: Leave, doing: Doing): Leave => {
  if (leave.to <= doing.at) throw new Refusal('wrongState', '这次请假已经结束了。')
  const to = Math.max(leave.from, doing.at)
  return changedLeave(leave, 'ended', { ...leave, to }, doing)
}

const endKey = (to: number, id: string) => `${sortableInstant(to)}-${id}`
