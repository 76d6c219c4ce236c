import type { importService } from '../../contract/import'
import type { FaultSeverity, ImportChange } from '../../contract/importTerms'
import type { Handler } from '../kernel/implement'
import { pageSize } from '../kernel/page'
import { loadReport } from './report'
import { present, runFor } from './runFor'

/** The member of the answer that a list fills. */
const memberOf = {
  faults: 'faults',
  errors: 'faults',
  warnings: 'faults',
  added: 'rows',
  changed: 'rows',
  unchanged: 'rows',
  ended: 'rows',
  moves: 'moved',
} as const

export const read: Handler<typeof importService, 'read'> = async (
  call,
  { id, list = 'faults', cursor = '0' },
) => {
  const run = await runFor(call, id)
  const shown = { ...(await present(call, run)), faults: [], rows: [], moved: [] }
  if (!run.report) return shown
  const report = await loadReport(run.report)
  const ofSeverity = (wanted: FaultSeverity) => report.faults.filter(({ severity }) => severity === wanted)
  const ofChange = (wanted: ImportChange) => report.rows.filter(({ change }) => change === wanted)
  const lists = {
    faults: () => report.faults,
    errors: () => ofSeverity('error'),
    warnings: () => ofSeverity('warning'),
    added: () => ofChange('added'),
    changed: () => ofChange('changed'),
    unchanged: () => ofChange('unchanged'),
    ended: () => ofChange('ended'),
    moves: () => report.moved,
  }
  const all = lists[list]()
  // A report never changes: a place in its list is the place of a line.
  const from = Number.parseInt(cursor, 10) || 0
  const next = from + pageSize < all.length ? { next: String(from + pageSize) } : {}
  return { ...shown, [memberOf[list]]: all.slice(from, from + pageSize), ...next }
}
