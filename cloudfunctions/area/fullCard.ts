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

/** The officer card of an area: two operations, one for the portraits and one for the month's figures. */
export const fullCard = async (call: Call, area: AreaNode) => {
  const { street } = await call.active()
  const card = street.areaCard(area, call.now)
  const { officer } = card
  const cover = officer?.away?.cover
  const [photos, month] = await Promise.all([
    photosOf(
      call,
      [officer, cover].flatMap(one => one?.id ?? []),
    ),
    street.isHome(area) ? monthOf(call, area._id) : undefined,
  ])
  const withPhoto = <T extends { id: string }>(one: T) => {
    const photo = photos.get(one.id)
    return { ...one, ...(photo && { photo }) }
  }
  return {
    ...card,
    ...(officer && {
      officer: {
        ...withPhoto(officer),
        ...(officer.away && { away: { ...officer.away, ...(cover && { cover: withPhoto(cover) }) } }),
      },
    }),
    ...(month && { month }),
  }
}

/** Short-lived addresses of the portraits there are, by officer. */
const photosOf = async ({ active, db }: Call, officerIds: string[]): Promise<ReadonlyMap<string, string>> => {
  const { pointers } = await active()
  if (!pointers || !officerIds.length) return new Map()
  const found = await db.find(officers, {
    where: { _id: _.in(officerIds.map(id => versionedId(id, pointers.roster))) },
    limit: officerIds.length,
    fields: ['of', 'photo'],
  })
  const files = found.flatMap(({ of, photo }) => (photo ? [{ of, photo }] : []))
  if (!files.length) return new Map()
  const { fileList } = await cloud.getTempFileURL({ fileList: files.map(({ photo }) => photo) })
  const urls = new Map(fileList.map(({ fileID, tempFileURL }) => [fileID, tempFileURL]))
  return new Map(files.flatMap(({ of, photo }) => [[of, urls.get(photo) ?? ''] as const]))
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
