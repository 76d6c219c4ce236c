import type { ImportState } from '../../contract/import'
import { Refusal } from '../../contract/refusal'
import type { Follow, Run, RunEvent } from './run'

/** Longer than a call can run: whoever began to switch versions has finished by then, or never will, ms. */
const switchPatience = 120_000

/** A file that nobody applies is removed after this long, ms: it may hold private phones. */
const sourceKept = 7 * 24 * 3_600_000

/** A run in another state, with the line that says why; a screen that showed the old state has an old version. */
const moved = (run: Run, state: ImportState, event: RunEvent, more: Partial<Run> = {}): Run => ({
  ...run,
  ...more,
  state,
  version: run.version + 1,
  events: [...run.events, event],
})

const without = <K extends keyof Run>(run: Run, ...keys: K[]): Run =>
  Object.fromEntries(Object.entries(run).filter(([key]) => !keys.includes(key as K))) as unknown as Run

const stateWords: Record<ImportState, string> = {
  checking: '正在核对',
  unreadable: '文件读不了',
  ready: '已核对',
  applying: '正在启用',
  outdated: '数据已有变化',
  applied: '已启用',
  undone: '已撤销',
}

/** Throws `wrongState`. */
export const assertState = (run: Run, states: readonly ImportState[]): void => {
  if (states.includes(run.state)) return
  throw new Refusal('wrongState', `这次导入现在是“${stateWords[run.state]}”，这一步办不了。请下拉刷新看看。`)
}

const gone = '原来的文件已经删掉了，请重新上传。'

/** The file is going to be checked again from the beginning. Throws `wrongState`. */
export const recheckRun = (run: Run, event: RunEvent): Run => {
  assertState(run, ['ready', 'outdated', 'undone'])
  if (!run.source) throw new Refusal('wrongState', gone)
  const fresh = without(run, 'base', 'report', 'totals', 'message', 'target', 'follow', 'wakeAt')
  return moved(fresh, 'checking', event, {
    work: { step: 'compare', done: 0, of: 1 },
    checkedAt: event.at,
    parts: [],
  })
}

/** The report is there. */
export const readyRun = (run: Run, event: RunEvent, found: Pick<Run, 'report' | 'totals'>): Run =>
  moved(without(run, 'work'), 'ready', event, { ...found, parts: [], wakeAt: event.at + sourceKept })

/** The file cannot be read. */
export const unreadableRun = (run: Run, event: RunEvent): Run =>
  moved(without(run, 'work'), 'unreadable', event, { message: event.text, wakeAt: event.at })

/** Somebody wants it in force. Throws `wrongState` while it has errors or changes nothing. */
export const applyRun = (run: Run, event: RunEvent): Run => {
  assertState(run, ['ready'])
  if (!run.source) throw new Refusal('wrongState', gone)
  const { errors = 0, added = 0, changed = 0, ended = 0 } = run.totals ?? {}
  if (errors)
    throw new Refusal(
      'wrongState',
      `还有 ${errors} 处错误，要先改好文件重新上传。一处没改好，就一行也不导入。`,
    )
  if (!added && !changed && !ended) throw new Refusal('wrongState', '和现在的数据完全一样，不用导入。')
  return moved(without(run, 'wakeAt'), 'applying', event, { work: { step: 'write', done: 0, of: 1 } })
}

/** Everything is written, and the switch is next: should it be done and never noted, `clock` notes it. */
export const switchingRun = (run: Run, now: number): Run => ({
  ...run,
  work: { step: 'flip', done: 0, of: 1 },
  wakeAt: now + switchPatience,
})

/** Something else was changed since the dry run. */
export const outdatedRun = (run: Run, event: RunEvent): Run =>
  moved(without(run, 'work', 'target'), 'outdated', event, {
    message: event.text,
    wakeAt: event.at + sourceKept,
  })

/** It is in force; what lay in areas that have changed follows. */
export const appliedRun = (run: Run, event: RunEvent): Run =>
  moved(without(run, 'work', 'wakeAt'), 'applied', event, followed(run, event.at, run.base?.areas))

/** What was before is in force again. Throws `wrongState`. */
export const undoneRun = (run: Run, event: RunEvent): Run => {
  assertState(run, ['applied'])
  return moved(run, 'undone', event, followed(run, event.at, run.target, true))
}

/** Instances go by the old areas for a minute after the switch. */
const oldAreasFor = 90_000

const followed = (run: Run, at: number, from: number | undefined, back?: true): Partial<Run> => {
  // Woken in any case: the file is not needed any more.
  if (run.kind !== 'areas' || from === undefined) return { wakeAt: at }
  const follow: Follow = {
    from,
    ...(back && { back }),
    what: 'requests',
    after: '',
    moved: 0,
    until: at + oldAreasFor,
    done: false,
  }
  return { follow, wakeAt: at }
}

/** Whether nobody needs the uploaded file any more, or nobody came back for it. */
export const isDoneWith = ({ state, source }: Run): boolean =>
  source !== undefined && state !== 'checking' && state !== 'applying'
