import type { ImportMove } from '../../contract/import'
import type { Area } from '../../domain/area/area'
import { type Move, moveRules, Redrawn } from '../../domain/import/Redrawn'
import type { Call } from '../kernel/call'
import { people } from '../kernel/collections/people'
import { requests } from '../kernel/collections/requests'
import { topics } from '../kernel/collections/topics'
import { _ } from '../kernel/database'

const pageSize = 1000
/** Counts asked for at once. */
const atOnce = 20

/**
 * What would follow to other areas, by the rule that `clock` goes by after the switch: open requests, residents' homes in
 * grids that end, and open topics of areas that end or come under others.
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
    const count = await call.db.count(people, { homeGridId: _id })
    const move = count ? redrawn.successor(_id) : undefined
    if (move) add('homes', _id, move, count)
  })
  await inBatches([...ended, ...redrawn.moved()], async ({ _id }) => {
    const found = await call.db.find(topics, {
      where: { areaIds: _id, openKey: _.gt('') },
      limit: pageSize,
      fields: ['areaId'],
    })
    const areaId = redrawn.living(_id)
    // Each topic once: by the area it is of, not by those above.
    const count = found.filter(topic => topic.areaId === _id).length
    if (count && areaId !== undefined)
      add('topics', _id, { areaId, rule: areaId === _id ? 'path' : 'parent' }, count)
  })
  return [...moved.values()].sort((a, b) => b.count - a.count)
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
