import type { requestService } from '../../contract/request'
import { lineOf } from '../../domain/request/viewRequest'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { pageOf, pageSize } from '../kernel/page'

export const mine: Handler<typeof requestService, 'mine'> = async ({ caller, db, now }, { cursor }) => {
  const found = await db.find(requests, {
    where: { reporterId: caller.personId, mineKey: cursor ? _.lt(cursor) : _.gt('') },
    order: ['mineKey', '-1'],
    limit: pageSize + 1,
    without: ['events'],
  })
  const { page, next } = pageOf(found, request => request.mineKey)
  return { lines: page.map(request => lineOf(request, now)), ...(next && { next }) }
}
