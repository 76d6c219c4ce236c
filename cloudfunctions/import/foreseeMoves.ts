import type { ImportMove } from '../../contract/importReport'
import type { Area } from '../../domain/area/area'
import { type Move, moveRules, Redrawn } from '../../domain/import/Redrawn'
import type { Call } from '../kernel/call'
import { councils } from '../kernel/collections/councils'
import { people } from '../kernel/collections/people'
import { requests } from '../kernel/collections/requests'
import { topics } from '../kernel/collections/topics'
import { _ } from '../kernel/database'

const pageSize = 1000
/** Counts asked for at once. */
const atOnce = 20

/**
 * What would follow to other areas, by the rule that `clock` goes by after the switch: open requests, homes and
 * family places in grids that end, councils of areas that end, and open topics of areas that end or come under others.
 */
export const foreseeMoves = async (
  call: Call,
  { before, after }: { before: readonly Area[]; after: readonly Area[] },
): Promise<ImportMove[]> => {
  const { policies } = await call.active()
  const redrawn = new Redrawn(before, after, policies.areaKinds)
  const moved = new Map<string, ImportMove>()
  const add = (what: ImportMove['what'], from: string, { areaId, rule }: Move, count: number) => {
    const key = `${what} ${from} ${areaId} ${rule}`
    const sum = (moved.get(key)?.count ?? 0) + count
    const words = { what, from: redrawn.name(from), to: redrawn.name(areaId), rule: moveRules[rule] }
    moved.set(key, { ...words, count: sum })
  }
  await eachOpenRequest(call, (gridId, point) => {
    const move = redrawn.request(gridId, point)
    if (move) add('requests', gridId, move, 1)
  })
  const ended = redrawn.ended()
  await inBatches(ended, async ({ _id }) => {
    const [homes, family, bodies] = await Promise.all([
      call.db.count(people, { homeGridId: _id }),
      countFamily(call, _id),
      call.db.count(councils, { areaId: _id }),
    ])
    const move = homes + family ? redrawn.successor(_id) : undefined
    if (move && homes) add('homes', _id, move, homes)
    if (move && family) add('family', _id, move, family)
    const council = bodies ? redrawn.council(_id) : undefined
    if (council) add('councils', _id, council, bodies)
  })
  await inBatches([...ended, ...redrawn.moved()], async ({ _id }) => {
    const found = await call.db.find(topics, {
      where: { areaIds: _id, openKey: _.gt('') },
      limit: pageSize,
      fields: ['areaId'],
    })
    // Each topic once: by the area it is of, not by those above.
    const count = found.filter(topic => topic.areaId === _id).length
    const move = redrawn.council(_id) ?? { areaId: _id, rule: 'path' as const }
    if (count) add('topics', _id, move, count)
  })
  return [...moved.values()].sort((a, b) => b.count - a.count)
}

/** Places of families in a grid; two of one household are two. */
const countFamily = async ({ db }: Call, gridId: string): Promise<number> => {
  let count = 0
  for (let last = ''; ;) {
    const page = await db.find(people, {
      where: { 'places.gridId': gridId, _id: _.gt(last) },
      order: ['_id', '1'],
      limit: pageSize,
      fields: ['places'],
    })
    count += page.flatMap(({ places = [] }) => places).filter(place => place.gridId === gridId).length
    if (page.length < pageSize) return count
    last = page.at(-1)?._id ?? last
  }
}

const eachOpenRequest = async (
  { db }: Call,
  visit: (gridId: string, point?: { lng: number; lat: number }) => void,
): Promise<void> => {
  for (let last = ''; ;) {
    const page = await db.find(requests, {
      where: { mineOpenKey: _.gt(last) },
      order: ['mineOpenKey', '1'],
      limit: pageSize,
      fields: ['gridId', 'place', 'mineOpenKey'],
    })
    page.forEach(({ gridId, place }) => visit(gridId, place.point))
    if (page.length < pageSize) return
    last = page.at(-1)?.mineOpenKey ?? last
  }
}

const inBatches = async <T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> => {
  for (let at = 0; at < items.length; at += atOnce) await Promise.all(items.slice(at, at + atOnce).map(work))
}
