import type { requestService } from '../../contract/request'
import { linesTime } from '../../domain/request/viewClocks'
import { lineOf } from '../../domain/request/lineOf'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { pageOf, pageSize } from '../kernel/page'

export const mine: Handler<typeof requestService, 'mine'> = async (call, { cursor }) => {
  const { caller, db, now } = call
  const [{ policies, street }, found] = await Promise.all([
    call.active(),
    db.find(requests, {
      where: { reporterId: caller.personId, mineKey: cursor ? _.lt(cursor) : _.gt('') },
      order: ['mineKey', '-1'],
      limit: pageSize + 1,
      without: ['events'],
    }),
  ])
  const { page, next } = pageOf(found, request => request.mineKey)
  const around = { postWords: (kind: string) => street.postWords(kind), tiers: policies.tiers }
  const lines = page.map(request => lineOf(request, { side: 'reporter', now }, around))
  // One street's hours: people report where they live.
  const calendar = policies.calendar.forAreas(page[0]?.areaIds ?? [])
  return { lines, ...linesTime(lines, now, calendar), ...(next && { next }) }
}
