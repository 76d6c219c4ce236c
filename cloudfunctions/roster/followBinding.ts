import { assignAccount } from '../../domain/request/assignAccount'
import { inboxLine } from '../../domain/request/inboxLine'
import type { Request } from '../../domain/request/request'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { bindings } from '../kernel/collections/bindings'
import { inbox } from '../kernel/collections/inbox'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import { insertAll, update } from '../kernel/save'

/** Requests gone through in one step. */
const stepSize = 50

/**
 * One step of telling the open requests of an officer whose account is told about them from now on; a new account has one
 * line for each in its inbox. Doing it again changes nothing twice. Gives how many it went through.
 */
export const followBinding = async (
  { db, now }: Pick<Call, 'db' | 'now'>,
  officerId: string,
): Promise<number> => {
  const before = await db.read(bindings, officerId)
  if (before?.cursor === undefined) return 0
  const { personId, version } = before
  const page = await db.find(requests, {
    where: { 'assignee.officerId': officerId, mineOpenKey: _.gt(before.cursor) },
    order: ['mineOpenKey', '1'],
    limit: stepSize,
    fields: ['_id', 'no', 'mineOpenKey'],
  })
  for (const { _id } of page) {
    await change<Request, undefined>(db, requests, {
      id: _id,
      permit: () => undefined,
      decide: request => assignAccount(request, officerId, personId),
    })
  }
  if (personId !== undefined) {
    await insertAll(
      db,
      inbox,
      page.map(({ _id, no }) =>
        inboxLine({
          ...{ causeId: officerId, effectId: `${version}-${_id}`, personId, at: now },
          ...{ text: `有一件事等您办：${no}`, link: `/pages/request/index?id=${_id}` },
        }),
      ),
    )
  }
  const { cursor: _cursor, wakeAt: _wakeAt, ...rest } = before
  const isLast = page.length < stepSize
  const last = page.at(-1)?.mineOpenKey ?? before.cursor
  const saved = await update(db, bindings, before, isLast ? rest : { ...rest, cursor: last, wakeAt: now })
  if (!saved) await beginAgain({ db, now }, officerId)
  return page.length
}

/** The account changed meanwhile: some requests may have learnt of the old one after they learnt of the new one. */
const beginAgain = async ({ db, now }: Pick<Call, 'db' | 'now'>, officerId: string): Promise<void> => {
  const current = await db.read(bindings, officerId)
  if (current) await update(db, bindings, current, { ...current, cursor: '', wakeAt: now })
}
