import type { Point } from '../../contract/place'
import { AreaIndex, type Located } from '../../domain/area/AreaIndex'
import { lowestShapes } from '../../domain/area/lowestShapes'
import { packAreas } from '../../domain/area/packAreas'
import type { Active } from './active'
import type { Call } from './call'
import { cloud } from './cloud'
import { areas } from './collections/areas'
import type { Database } from './database'
import { readVersion } from './readVersion'

// Outlines are heavy and most calls need none, so they are loaded at the first look-up, once for each state of the areas.
const indexes = new WeakMap<Active, Promise<AreaIndex>>()

/** The area at a point in each tree, the lowest that lies there, or the nearest one. No database operation when published. */
export const locateAll = async (call: Call, point: Point): Promise<Located[]> => {
  const active = await call.active()
  const loading = indexes.get(active) ?? load(call.db, active)
  indexes.set(active, loading)
  loading.catch(() => indexes.delete(active))
  return (await loading).locate(point)
}

/** The grid at a point, or the nearest one; undefined when there are no grids. */
export const locateGrid = async (call: Call, point: Point): Promise<Located | undefined> => {
  const { street } = await call.active()
  return (await locateAll(call, point)).find(({ id }) => street.isHome(street.area(id)))
}

/** The published blob; until `clock` has published a new version, one made from the outlines themselves. */
const load = async (db: Database, active: Active): Promise<AreaIndex> => {
  const { areas: version, shapes } = active.pointers ?? {}
  if (shapes && shapes.version === version) {
    const { fileContent } = await cloud.downloadFile({ fileID: shapes.fileId })
    return AreaIndex.from(fileContent)
  }
  return AreaIndex.from(await packShapes(db, active))
}

/** The lowest areas of every tree in one blob: those above are on their path. One read for every thousand areas. */
export const packShapes = async (db: Database, { pointers }: Active): Promise<Uint8Array> =>
  packAreas(lowestShapes(pointers ? await readVersion(db, areas, pointers.areas) : []))
