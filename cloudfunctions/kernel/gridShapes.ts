import type { Boundary, Point } from '../../contract/place'
import { type Located, type Locator, locatorOf } from '../../domain/area/locator'
import type { Active } from './active'
import type { Call } from './call'
import { areas } from './collections/areas'
import { _ } from './database'

// Outlines are heavy and most calls need none, so they are read at the first look-up, once for each state of the areas.
const locators = new WeakMap<Active, Promise<Locator>>()

/** The grid at a point, or the nearest one; undefined when there are no grids. One read on a cold instance, none after. */
export const locateGrid = async (call: Call, point: Point): Promise<Located | undefined> => {
  const active = await call.active()
  const loading = locators.get(active) ?? load(call)
  locators.set(active, loading)
  loading.catch(() => locators.delete(active))
  return (await loading).locate(point)
}

const load = async ({ db }: Call): Promise<Locator> => {
  const shapes: { _id: string; boundary: Boundary }[] = []
  for (let last = ''; ;) {
    const page = await db.find(areas, {
      where: { kind: 'grid', _id: _.gt(last) },
      order: ['_id', '1'],
      limit: 1000,
      fields: ['boundary'],
    })
    shapes.push(...page)
    if (page.length < 1000) return locatorOf(shapes)
    last = page.at(-1)?._id ?? last
  }
}
