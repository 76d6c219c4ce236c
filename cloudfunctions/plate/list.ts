import type { plateService } from '../../contract/plate'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { grantFor } from '../../domain/account/mayDo'
import { briefOf } from '../../domain/area/street'
import { plateIdOf } from '../../domain/plate/plateCode'
import { plates } from '../kernel/collections/plates'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { carriers } from './carriers'
import { presentPlate } from './presentPlate'

const linesMost = 50

export const list: Handler<typeof plateService, 'list'> = async (call, { areaId, cursor }) => {
  const { caller, db, now } = call
  const [{ street }, grants] = await Promise.all([call.active(), caller.grants()])
  const own = grants.find(({ permissions }) => permissions.includes('plate.manage'))?.areaId
  const area = street.area(areaId ?? own ?? '')
  const grant = area && grantFor(grants, 'plate.manage', area.path, now)
  if (!grant) throw new Refusal('notFound', errorSentences.notFound)

  const all = carriers(street, area)
  // Of a cursor whose area is gone since, the list begins again.
  const from = cursor === undefined ? 0 : all.findIndex(({ _id }) => _id === cursor) + 1
  const shown = all.slice(from, from + linesMost)
  const found = await db.find(plates, {
    where: { _id: _.in(shown.map(({ _id }) => plateIdOf(_id))) },
    limit: linesMost,
  })
  const byArea = new Map(found.map(plate => [plate.areaId, plate]))
  const path = street.path(area._id)
  return {
    area: briefOf(area),
    path: path.slice(path.findIndex(({ id }) => id === grant.areaId)),
    below: street.children(area._id).flatMap(one => (street.isHome(one) ? [] : [briefOf(one)])),
    lines: shown.map(one => presentPlate(street, one, now, byArea.get(one._id))),
    count: all.length,
    ...(from + linesMost < all.length && { next: shown.at(-1)?._id as string }),
  }
}
