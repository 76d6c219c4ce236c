import type { importService } from '../../contract/import'
import type { Handler } from '../kernel/implement'
import { pageSize } from '../kernel/page'
import { loadReport } from './report'
import { present, runFor } from './runFor'

export const read: Handler<typeof importService, 'read'> = async (
  call,
  { id, list = 'faults', cursor = '0' },
) => {
  const run = await runFor(call, id)
  const shown = { ...(await present(call, run)), faults: [], rows: [], moved: [] }
  if (!run.report) return shown
  const report = await loadReport(run.report)
  const lists = {
    faults: () => report.faults,
    moves: () => report.moved,
    rows: () => report.rows.filter(({ change }) => change === list),
  }
  const part = list === 'faults' || list === 'moves' ? list : 'rows'
  const all = lists[part]()
  // A report never changes: a place in its list is the place of a line.
  const from = Number.parseInt(cursor, 10) || 0
  const next = from + pageSize < all.length ? { next: String(from + pageSize) } : {}
  return { ...shown, [part === 'moves' ? 'moved' : part]: all.slice(from, from + pageSize), ...next }
}
