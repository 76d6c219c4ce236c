import { Refusal } from '../../contract/refusal'
import type { requestService } from '../../contract/request'
import { errorSentences } from '../../contract/sentences'
import { grantFor } from '../../domain/account/mayDo'
import { briefOf } from '../../domain/area/street'
import { linesTime } from '../../domain/request/viewClocks'
import { lineOf } from '../../domain/request/lineOf'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { pageOf, pageSize } from '../kernel/page'

export const worklist: Handler<typeof requestService, 'worklist'> = async (call, { areaId, cursor }) => {
  const { caller, db, now } = call
  const [{ street, policies }, grants] = await Promise.all([call.active(), caller.grants()])
  const own = grants.flatMap(({ areaId: id }) => street.area(id) ?? [])
  const area = areaId === undefined ? own[0] : street.area(areaId)
  if (!area || !grantFor(grants, 'request.read', area.path, now)) {
    throw new Refusal('notFound', errorSentences.notFound)
  }
  const found = await db.find(requests, {
    where: { areaIds: area._id, openKey: _.gt(cursor ?? '') },
    order: ['openKey', '1'],
    limit: pageSize + 1,
    without: ['events'],
  })
  const { page, next } = pageOf(found, request => request.openKey)
  const around = { postWords: (kind: string) => street.postWords(kind), tiers: policies.tiers }
  const lines = page.map(request => lineOf(request, { side: 'officer', now }, around))
  return {
    area: briefOf(area),
    areas: own.map(briefOf),
    lines,
    ...linesTime(lines, now, policies.calendar.forAreas(area.path)),
    ...(next && { next }),
  }
}
