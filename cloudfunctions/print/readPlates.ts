import type { AreaNode } from '../../domain/area/area'
import { isPictured, type Plate } from '../../domain/plate/plate'
import { plateCode, plateIdOf } from '../../domain/plate/plateCode'
import { versionedId } from '../../domain/version/versioned'
import type { Call } from '../kernel/call'
import { cloud } from '../kernel/cloud'
import { officers } from '../kernel/collections/officers'
import { plates } from '../kernel/collections/plates'
import { _ } from '../kernel/database'
import { pictureType } from '../kernel/photos'
import { settings } from '../kernel/settings'

/** What stands on one plate. Only what any resident may see. */
export interface PlateFacts {
  /** The area, and those above it in words. */
  name: string
  where: string
  officer?: { name: string; post: string; hours: string; workPhone?: string; photo?: Buffer }
  dutyPhone?: string
  /** The code in characters, and its picture. */
  code: string
  picture: Buffer
  issue: number
  /** ms */
  issuedAt: number
}

/** The facts of the plates of these areas; those that are not ready by name. Two operations and the files. */
export const readPlates = async (
  call: Call,
  areas: readonly AreaNode[],
): Promise<{ plates: PlateFacts[]; unready: string[] }> => {
  const { db } = call
  const found = await db.find(plates, {
    where: { _id: _.in(areas.map(({ _id }) => plateIdOf(_id))) },
    limit: areas.length,
  })
  const byArea = new Map(found.filter(isPictured).map(plate => [plate.areaId, plate]))
  const unready = areas.filter(({ _id }) => !byArea.has(_id)).map(({ name }) => name)
  if (unready.length) return { plates: [], unready }
  const photoIds = await readPhotoIds(call, areas)
  const facts = areas.map(area =>
    readPlate(call, area, byArea.get(area._id) as Plate, photoIds.get(area._id)),
  )
  return { plates: await Promise.all(facts), unready: [] }
}

const readPlate = async (
  call: Call,
  area: AreaNode,
  { _id, issue, picture, events }: Plate,
  photoId?: string,
): Promise<PlateFacts> => {
  const { street } = await call.active()
  const { officer, dutyPhone, path } = street.areaCard(area, call.now)
  const [code, photo] = await Promise.all([
    cloud.downloadFile({ fileID: picture?.fileId ?? '' }),
    photoId === undefined ? undefined : photoOf(photoId),
  ])
  return {
    name: area.name,
    where: path
      .slice(0, -1)
      .map(({ name }) => name)
      .join(' · '),
    ...(officer && {
      officer: {
        name: officer.name,
        post: officer.post,
        hours: officer.hours,
        ...(officer.workPhone && { workPhone: officer.workPhone }),
        ...(photo && { photo }),
      },
    }),
    ...(dutyPhone && { dutyPhone }),
    code: plateCode(_id, issue, settings.plateKey()),
    picture: code.fileContent,
    issue,
    issuedAt: events.at(-1)?.at ?? call.now,
  }
}

/** File ids of the portraits of those who are on the plates, by area. */
const readPhotoIds = async (call: Call, areas: readonly AreaNode[]): Promise<Map<string, string>> => {
  const { street, pointers } = await call.active()
  const onPlate = areas.flatMap(area => {
    const { officer } = street.areaCard(area, call.now)
    return officer && pointers ? [{ area, id: versionedId(officer.id, pointers.roster) }] : []
  })
  if (!onPlate.length) return new Map()
  const found = await call.db.find(officers, {
    where: { _id: _.in(onPlate.map(({ id }) => id)) },
    limit: onPlate.length,
    fields: ['photo'],
  })
  const photos = new Map(found.map(({ _id, photo }) => [_id, photo]))
  return new Map(
    onPlate.flatMap(({ area, id }) => {
      const photo = photos.get(id)
      return photo ? [[area._id, photo] as const] : []
    }),
  )
}

/** A portrait that can be printed; a plate without one is better than no plate. */
const photoOf = async (fileID: string): Promise<Buffer | undefined> => {
  try {
    const { fileContent } = await cloud.downloadFile({ fileID })
    return ['jpg', 'png'].includes(pictureType(fileContent) ?? '') ? fileContent : undefined
  } catch (error) {
    console.error(JSON.stringify({ photo: fileID, error: String(error) }))
    return undefined
  }
}
