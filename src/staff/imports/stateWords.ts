import type { ImportRun } from '../../../contract/importRun'
import type { ImportState } from '../../../contract/importTerms'

/** Where a run stands, for the list and on top of its page. */
export const stateWords: Record<ImportState, string> = {
  checking: '正在核对',
  unreadable: '文件读不了',
  ready: '核对好了，还没启用',
  applying: '正在启用',
  outdated: '要重新核对',
  applied: '已启用',
  undone: '已撤销',
}

/** How a run's state is to be read: as good, to be looked at, or wrong. */
export const stateKind = ({ state, totals }: ImportRun): 'calm' | 'warn' | 'danger' => {
  if (state === 'unreadable' || (state === 'ready' && totals?.errors)) return 'danger'
  return state === 'applied' ? 'calm' : 'warn'
}
