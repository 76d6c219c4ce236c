import type { plateService } from '../../contract/plate'
import { firstPlate } from '../../domain/plate/plate'
import { plateIdOf } from '../../domain/plate/plateCode'
import { plates } from '../kernel/collections/plates'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { insertAll } from '../kernel/save'
import { givePictures } from './givePictures'
import { managedAreas } from './managedAreas'
import { presentPlate } from './presentPlate'

export const issue: Handler<typeof plateService, 'issue'> = async (call, { areaIds, token }) => {
  const { db, now } = call
  const { street } = await call.active()
  const { areas, by } = await managedAreas(call, areaIds)
  const where = { _id: _.in(areas.map(({ _id }) => plateIdOf(_id))) }
  const find = () => db.find(plates, { where, limit: areas.length })
  let found = await find()
  const missing = areas.filter(({ _id }) => !found.some(plate => plate.areaId === _id))
  if (missing.length) {
    await insertAll(
      db,
      plates,
      missing.map(({ _id }) => firstPlate(_id, { by, at: now, token })),
    )
    // Somebody else may have been first, and already gone on: what counts is what is stored.
    found = await find()
  }
  const pictured = await givePictures(call, found)
  const byArea = new Map(pictured.map(done => [done.plate.areaId, done]))
  return {
    lines: areas.map(area => {
      const done = byArea.get(area._id)
      if (!done) throw new Error(`The plate of ${area._id} has the id of another area's.`)
      return presentPlate(street, area, now, done.plate, done.problem)
    }),
  }
}
