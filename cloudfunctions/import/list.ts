import type { ImportKept, importService } from '../../contract/import'
import { briefOf } from '../../domain/area/street'
import { clearingEvery, type Retention } from '../../domain/import/retention'
import { handouts } from '../kernel/collections/handouts'
import { imports } from '../kernel/collections/imports'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { pageOf, pageSize } from '../kernel/page'
import { flaggedFigures } from './flaggedFigures'
import { ownArea } from './ownArea'
import { present } from './runFor'

/** The newest exports, shown below the runs. */
const exportsShown = 10

export const list: Handler<typeof importService, 'list'> = async (call, { areaId, cursor }) => {
  const area = await ownArea(call, areaId)
  const found = await call.db.find(imports, {
    where: { areaId: area._id, ...(cursor !== undefined && { listKey: _.lt(cursor) }) },
    order: ['listKey', '-1'],
    limit: pageSize + 1,
  })
  const { page, next } = pageOf(found, run => run.listKey)
  const runs = await Promise.all(page.map(async run => (await present(call, run)).run))
  const taken =
    cursor === undefined
      ? await call.db.find(handouts, {
          where: { areaId: area._id, listKey: _.gt('') },
          order: ['listKey', '-1'],
          limit: exportsShown,
        })
      : []
  const { street, policies, pointers } = await call.active()
  const figures = cursor === undefined ? flaggedFigures(street, area, call.now) : undefined
  const exports = taken.map(({ at, by, kind, rows, phones }) => ({ at, by, kind, rows, phones }))
  return {
    area: briefOf(area),
    runs,
    ...(exports.length && { exports }),
    ...(figures?.count && { figures }),
    ...(cursor === undefined && { kept: keptFor(policies.retention, pointers?.clearedAt) }),
    ...(next && { next }),
  }
}

const keptFor = (
  { undoable, reportDays, sourceDays, exportMinutes }: Retention,
  clearedAt: number | undefined,
): ImportKept => ({
  undoable,
  reportDays,
  sourceDays,
  exportMinutes,
  ...(clearedAt !== undefined && { clearedAt, nextAt: clearedAt + clearingEvery }),
})
