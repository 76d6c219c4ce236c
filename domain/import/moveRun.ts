import type { ImportState } from '../../contract/importTerms'
import { Refusal } from '../../contract/refusal'
import { hour, minute } from '../time/china'
import type { Follow, Run, RunEvent } from './run'

/** Longer than a call can run: whoever began to switch versions has finished by then, or never will, ms. */
const switchPatience = 2 * minute

/** `clock` looks after a run that is at work only when nobody may be at it any more, ms. */
export const lookAfter = hour

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
  const fresh = without(run, 'base', 'report', 'totals', 'message', 'target', 'follow')
  return moved(fresh, 'checking', event, {
    work: { step: 'compare', done: 0, of: 1 },
    checkedAt: event.at,
    parts: [],
    waste: [...(run.waste ?? []), ...run.parts, ...(run.report === undefined ? [] : [run.report])],
    wakeAt: event.at + lookAfter,
  })
}

/** The report is there. */
export const readyRun = (run: Run, event: RunEvent, found: Pick<Run, 'report' | 'totals'>): Run =>
  moved(without(run, 'work'), 'ready', event, { ...found, ...wasted(run), wakeAt: event.at })

/** The file cannot be read. */
export const unreadableRun = (run: Run, event: RunEvent): Run =>
  moved(without(run, 'work'), 'unreadable', event, {
    message: event.text,
    ...wasted(run),
    wakeAt: event.at,
  })

/** What the steps of a check have stored is in the report, or of no use. */
const wasted = ({ parts, waste = [] }: Run): Pick<Run, 'parts' | 'waste'> => ({
  parts: [],
  waste: [...waste, ...parts],
})

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
  return moved(run, 'applying', event, {
    work: { step: 'write', done: 0, of: 1 },
    wakeAt: event.at + lookAfter,
  })
}

/** Everything is written, and the switch is next: should it break off there, `clock` ends it. */
export const switchingRun = (run: Run, now: number): Run => ({
  ...run,
  work: { step: 'flip', done: 0, of: 1 },
  wakeAt: now + switchPatience,
})

/** Something else was changed since the dry run. */
export const outdatedRun = (run: Run, event: RunEvent): Run =>
  moved(without(run, 'work', 'target'), 'outdated', event, {
    message: event.text,
    ...wasted(run),
    wakeAt: event.at,
  })

/** Somebody began and never came back: the run ends, and what it left is removed. */
export const abandonedRun = (run: Run, now: number): Run => {
  const text = '做到一半没有人接着做，已经停下，文件也删了。请重新上传。'
  const { source, ...ended } = outdatedRun(run, { at: now, by: '系统', text })
  return source === undefined ? ended : { ...ended, waste: [...(ended.waste ?? []), source] }
}

/** It is in force; what lay in areas that have changed follows. */
export const appliedRun = (run: Run, event: RunEvent): Run =>
  moved(without(run, 'work', 'wakeAt'), 'applied', event, followed(run, event.at, run.base?.areas))

/** What was before is about to be in force again: should it break off there, `clock` ends it. Throws `wrongState`. */
export const undoingRun = (run: Run, event: RunEvent, now: number): Run => {
  assertState(run, ['applied'])
  return { ...run, undoing: event, wakeAt: now + switchPatience }
}

/** It stays in force after all: others build on it. */
export const keptRun = (run: Run, now: number): Run => ({ ...without(run, 'undoing'), wakeAt: now })

/** What was before is in force again. Throws `wrongState`. */
export const undoneRun = (run: Run, event: RunEvent): Run => {
  assertState(run, ['applied'])
  return moved(without(run, 'undoing'), 'undone', event, followed(run, event.at, run.target, true))
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
