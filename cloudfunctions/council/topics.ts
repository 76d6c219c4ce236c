import type { councilService } from '../../contract/council'
import { briefOf } from '../../domain/area/street'
import { topics as topicDocuments } from '../kernel/collections/topics'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { pageOf, pageSize } from '../kernel/page'

export const topics: Handler<typeof councilService, 'topics'> = async (call, { areaId, cursor }) => {
  const { active, caller, db } = call
  const { street } = await active()
  const wanted = areaId ?? (await homeBlock())
  const area = wanted === undefined ? street.children()[0] : street.area(wanted)
  if (!area) return { lines: [] }
  const found = await db.find(topicDocuments, {
    where: { areaIds: area._id, listKey: cursor ? _.lt(cursor) : _.gt('') },
    order: ['listKey', '-1'],
    limit: pageSize + 1,
    // A roll of hundreds is nothing to a list.
    without: ['events', 'vote.roll'],
  })
  const { page, next } = pageOf(found, line => line.listKey)
  return {
    area: briefOf(area),
    lines: page.map(({ _id, title, status, council, createdAt, vote }) => ({
      id: _id,
      title,
      status,
      council,
      createdAt,
      ...(vote && { closesAt: vote.closesAt }),
    })),
    ...(next && { next }),
  }

  async function homeBlock() {
    const home = (await caller.account())?.homeGridId
    return home === undefined ? undefined : street.within(home, 'block')?._id
  }
}
