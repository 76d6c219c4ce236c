import { inboxLine } from '../../domain/request/inboxLine'
import type { Call } from '../kernel/call'
import { inbox } from '../kernel/collections/inbox'
import { insertAll } from '../kernel/save'

/** Where the staff read about themselves. */
const rosterPage = '/staff/roster/index'

interface Cause {
  id: string
  /** Which change of the cause this is about: the same one is told once, however often it is sent. */
  n: number
}

/** Tells some people of the staff about a change, once each. */
export const tellStaff = (
  { db, now }: Pick<Call, 'db' | 'now'>,
  { id, n }: Cause,
  told: readonly { personId: string | undefined; text: string; link?: string }[],
): Promise<void> =>
  insertAll(
    db,
    inbox,
    [...new Map(told.map(one => [one.personId, one])).values()].flatMap(
      ({ personId, text, link = rosterPage }) =>
        personId === undefined
          ? []
          : [inboxLine({ causeId: id, effectId: `${n}-${personId}`, personId, at: now, text, link })],
    ),
  )
