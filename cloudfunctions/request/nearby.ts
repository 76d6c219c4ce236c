import { cellsAround } from '../../domain/duplicates/cells'
import type { DuplicatePolicy } from '../../domain/duplicates/duplicatePolicy'
import { likeness, type Likeness } from '../../domain/duplicates/likeness'
import { type Report, reportOf } from '../../domain/duplicates/report'
import type { Request } from '../../domain/request/request'
import { unsettled } from '../../domain/request/lifeCycle'
import type { Call } from '../kernel/call'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'

/** The newest open ones that are looked at, of a grid and of each cell around. */
const most = 30

/** An open request without its history, and how like it is. */
export interface Alike {
  request: Omit<Request, 'events'>
  likeness: Likeness
}

/**
 * Open requests that are likely about the same matter as a report, the likeliest first. They are found by two indexes: the
 * newest in its grid, and in the one to four cells around its point; how many requests there are besides does not matter.
 */
export const alikeNearby = async (
  { db }: Call,
  report: Report,
  policy: DuplicatePolicy,
): Promise<Alike[]> => {
  const { point } = report.place
  const open = (where: { gridId: string } | { cell: string }) =>
    db.find(requests, {
      where: { ...where, mineOpenKey: _.gt('') },
      order: ['mineOpenKey', '-1'],
      limit: most,
      without: ['events', 'triage.trace'],
    })
  const found = await Promise.all([
    open({ gridId: report.gridId }),
    ...(point ? cellsAround(point, policy.reach.metres).map(cell => open({ cell })) : []),
  ])
  const byId = new Map(found.flat().map(request => [request._id, request]))
  return [...byId.values()]
    .filter(({ status, mergedInto }) => !mergedInto && unsettled.some(one => one === status))
    .map(request => ({ request, likeness: likeness(report, reportOf(request), policy) }))
    .filter(({ likeness: { score } }) => score >= policy.likely)
    .sort((a, b) => b.likeness.score - a.likeness.score)
}
