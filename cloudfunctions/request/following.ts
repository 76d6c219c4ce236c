import type { requestService } from '../../contract/request'
import { joins } from '../kernel/collections/joins'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { pageOf, pageSize } from '../kernel/page'
import { asNeighbour } from './asNeighbour'

export const following: Handler<typeof requestService, 'following'> = async (call, { cursor }) => {
  const { caller, db } = call
  const found = await db.find(joins, {
    where: { personId: caller.personId, listKey: cursor ? _.lt(cursor) : _.gt('') },
    order: ['listKey', '-1'],
    limit: pageSize + 1,
  })
  const { page, next } = pageOf(found, join => join.listKey)
  const ids = page.map(({ requestId }) => requestId)
  const joined = ids.length
    ? await db.find(requests, {
        where: { _id: _.in(ids) },
        limit: pageSize,
        without: ['events', 'triage.trace'],
      })
    : []
  const lines = await Promise.all(
    ids.map(async id => {
      const request = joined.find(({ _id }) => _id === id)
      return request && (await asNeighbour(call, request, { mine: true, anyway: true }))
    }),
  )
  return { lines: lines.filter(line => line !== undefined), ...(next && { next }) }
}
