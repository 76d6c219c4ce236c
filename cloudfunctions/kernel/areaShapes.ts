import type { Point } from '../../contract/place'
import { type Located, type Locator, locatorOf, type Shape } from '../../domain/area/locator'
import type { Active } from './active'
import type { Call } from './call'
import { areas } from './collections/areas'
import { readVersion } from './readVersion'

// Outlines are heavy and most calls need none, so they are read at the first look-up, once for each state of the areas.
const locators = new WeakMap<Active, Promise<Map<string, Locator>>>()

/**
 * The area at a point in each tree, the lowest that lies there, or the nearest one. One read for every thousand areas on
 * a cold instance, none after.
 */
export const locateAll = async (call: Call, point: Point): Promise<Located[]> => {
  const loaded = await load(call)
  return [...loaded.values()].flatMap(locator => locator.locate(point) ?? [])
}

/** The grid at a point, or the nearest one; undefined when there are no grids. */
export const locateGrid = async (call: Call, point: Point): Promise<Located | undefined> => {
  const { street } = await call.active()
  return (await locateAll(call, point)).find(({ id }) => street.isHome(street.area(id)))
}

const load = async (call: Call): Promise<Map<string, Locator>> => {
  const active = await call.active()
  const loading = locators.get(active) ?? build(call, active)
  locators.set(active, loading)
  loading.catch(() => locators.delete(active))
  return loading
}

const build = async ({ db }: Call, { street, pointers }: Active): Promise<Map<string, Locator>> => {
  const shapes = pointers ? await readVersion(db, areas, pointers.areas) : []
  const byTree = new Map<string, Shape[]>()
  for (const shape of shapes) {
    // The lowest areas of a tree tell all: those above are on their path.
    if (!shape.boundary.length || street.children(shape._id, shape.tree).length) continue
    byTree.set(shape.tree, [...(byTree.get(shape.tree) ?? []), shape])
  }
  return new Map([...byTree].map(([tree, list]) => [tree, locatorOf(list)]))
}
