import { closedStatuses } from '../../contract/statuses'
import type { AreaNode } from '../../domain/area/area'
import { startOfMonth } from '../../domain/time/china'
import { versionedId } from '../../domain/version/versioned'
import type { Call } from '../kernel/call'
import { cloud } from '../kernel/cloud'
import { officers } from '../kernel/collections/officers'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'

/** Reports counted for one month; an area with more is a street, whose figures are not on a card. */
const countedMost = 1000

/** The officer card of an area: two operations, one for the portrait and one for the month's figures. */
export const fullCard = async (call: Call, area: AreaNode) => {
  const { street } = await call.active()
  const card = street.areaCard(area, call.now)
  const [photo, month] = await Promise.all([
    card.officer ? photoOf(call, card.officer.id) : undefined,
    street.isHome(area) ? monthOf(call, area._id) : undefined,
  ])
  return {
    ...card,
    ...(card.officer && { officer: { ...card.officer, ...(photo && { photo }) } }),
    ...(month && { month }),
  }
}

const photoOf = async ({ active, db }: Call, officerId: string): Promise<string | undefined> => {
  const { pointers } = await active()
  const officer = pointers && (await db.read(officers, versionedId(officerId, pointers.roster)))
  if (!officer?.photo) return undefined
  const { fileList } = await cloud.getTempFileURL({ fileList: [officer.photo] })
  return fileList[0]?.tempFileURL || undefined
}

const monthOf = async ({ db, now }: Call, areaId: string) => {
  const found = await db.find(requests, {
    where: { areaIds: areaId, createdAt: _.gte(startOfMonth(now)) },
    limit: countedMost,
    fields: ['status'],
  })
  return {
    received: found.length,
    settled: found.filter(({ status }) => closedStatuses.includes(status)).length,
    toConfirm: found.filter(({ status }) => status === 'resolved').length,
  }
}
