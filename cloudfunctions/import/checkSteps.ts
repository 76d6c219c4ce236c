import type { ImportTotals } from '../../contract/importReport'
import type { ImportFault, ImportMove } from '../../contract/importReport'
import { checkGround, siblingsAround } from '../../domain/import/areas/checkGround'
import { faultOf } from '../../domain/import/faults'
import { readyRun } from '../../domain/import/moveRun'
import type { Run } from '../../domain/import/run'
import { forgetActive } from '../kernel/active'
import type { Call } from '../kernel/call'
import { cloud } from '../kernel/cloud'
import { Unreadable } from './files/Unreadable'
import { foreseeMoves } from './foreseeMoves'
import { keepSource } from './keepSource'
import { type Checked, planOf } from './planOf'
import { loadFile, type Report, storeFile } from './report'

/** One slice of work: the run as it is afterwards. It may be cut off anywhere and done again. */
export type Slice = (call: Call, run: Run, until: number) => Promise<Run>

/** Ground that is checked before the clock is looked at again, groups of siblings. */
const groupsAtOnce = 20

/** The steps of a check, each with what comes after it. Throws `Unreadable`. */
export const checkSteps: Partial<Record<NonNullable<Run['work']>['step'], Slice>> = {
  read: async (_, run) => ({
    ...run,
    source: await keepSource(run),
    work: { step: 'compare', done: 0, of: 1 },
  }),
  compare: async (call, run) => {
    const checked = await onPresentBase(call, run)
    // The copy is kept and noted: when this fails, storage's own expiry of `inbox/` removes the upload.
    await cloud.deleteFile({ fileList: [run.inbox] }).catch(() => undefined)
    const { rows, areas } = await planOf(call, checked)
    return { ...checked, work: { step: areas ? 'ground' : 'report', done: 0, of: areas ? rows.length : 1 } }
  },
  ground: async (call, run, until) => {
    const { areas } = await planOf(call, run as Checked)
    const groups = areas ? siblingsAround(areas.after, areas.named) : []
    const from = run.work?.done ?? 0
    let done = from
    const faults: ImportFault[] = []
    do {
      groups.slice(done, done + groupsAtOnce).forEach(group => faults.push(...checkGround(group)))
      done = Math.min(groups.length, done + groupsAtOnce)
    } while (done < groups.length && Date.now() < until)
    const parts = faults.length ? [...run.parts, await storeFile(run, `ground-${from}`, faults)] : run.parts
    return {
      ...run,
      parts,
      work:
        done < groups.length
          ? { step: 'ground', done, of: groups.length }
          : { step: 'requests', done: 0, of: 1 },
    }
  },
  requests: async (call, run) => {
    const { areas } = await planOf(call, run as Checked)
    const moved = areas ? await foreseeMoves(call, areas) : []
    return {
      ...run,
      parts: [...run.parts, await storeFile(run, 'moved', moved)],
      work: { step: 'report', done: 0, of: 1 },
    }
  },
  report: async (call, run) => {
    const { rows, faults } = await planOf(call, run as Checked)
    const found = await Promise.all(run.parts.map(part => loadFile<(ImportFault | ImportMove)[]>(part)))
    const all: Report = {
      rows,
      faults: bySeverity([...faults, ...found.flat().filter(one => 'severity' in one)]),
      moved: found.flat().filter(one => 'rule' in one),
    }
    const totals = totalsOf(all)
    const text = totals.errors ? `核对完成，有 ${totals.errors} 处错误` : '核对完成，没有错误'
    return readyRun(
      run,
      { at: call.now, by: '系统', text },
      { report: await storeFile(run, 'report', { ...all, faults: listed(all.faults) }), totals },
    )
  },
}

/** The run held against what is in force at this moment, not against what an instance remembers. */
const onPresentBase = async (call: Call, run: Run): Promise<Checked> => {
  if (run.base && run.source) return { ...run, base: run.base, source: run.source }
  forgetActive(call.env)
  const { pointers } = await call.active()
  if (!pointers || !run.source) throw new Unreadable('这里还没有任何区域，请联系技术支持做首次部署。')
  const { areas, roster, places, touched } = pointers
  return { ...run, source: run.source, base: { areas, roster, places, touched } }
}

const bySeverity = (faults: readonly ImportFault[]): ImportFault[] => {
  const order = ({ severity, row }: ImportFault) => (severity === 'error' ? 0 : 1e9) + (row ?? 1e8)
  return [...faults].sort((a, b) => order(a) - order(b))
}

/** Faults whose lines are kept; a file with more is wrong as a whole. */
const listedMost = 5000

const listed = (faults: readonly ImportFault[]): ImportFault[] =>
  faults.length <= listedMost
    ? [...faults]
    : [...faults.slice(0, listedMost), faultOf('andMore', { words: { count: faults.length - listedMost } })]

const totalsOf = ({ rows, faults, moved }: Report): ImportTotals => {
  const changes = (change: string) => rows.filter(row => row.change === change).length
  const severe = (severity: string) => faults.filter(fault => fault.severity === severity).length
  const follow = (what: string) =>
    moved.filter(move => move.what === what).reduce((sum, { count }) => sum + count, 0)
  return {
    rows: rows.filter(({ row }) => row !== undefined).length,
    added: changes('added'),
    changed: changes('changed'),
    unchanged: changes('unchanged'),
    ended: changes('ended'),
    errors: severe('error'),
    warnings: severe('warning'),
    requests: follow('requests'),
    homes: follow('homes'),
    family: follow('family'),
    councils: follow('councils'),
    topics: follow('topics'),
  }
}
