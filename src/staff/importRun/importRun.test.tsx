import { act, fireEvent, render, screen } from '@testing-library/react'
import type { ImportRun } from '../../../contract/importRun'
import { setRouteParams } from '../../../tests/support/taro'
import { callFunction } from '../../platform/call'
import { Offline } from '../../platform/offline'
import ImportRunPage from './index'

jest.mock('../../platform/call')

const cloud = jest.mocked(callFunction)
const totals = {
  rows: 3861,
  added: 10,
  changed: 4,
  unchanged: 3840,
  ended: 7,
  errors: 0,
  warnings: 2,
  requests: 12,
  homes: 30,
  family: 0,
  councils: 0,
  topics: 1,
}
const run: ImportRun = {
  id: `m${'0'.repeat(24)}`,
  version: 2,
  kind: 'areas',
  fileName: '网格.geojson',
  coordinates: 'wgs84',
  missing: 'end',
  area: { id: 's-1', name: '样例街道', kind: 'street' },
  state: 'ready',
  totals,
  events: [{ at: 0, by: '刘洋', text: '上传 网格.geojson' }],
  createdAt: 0,
  moves: ['apply', 'recheck'],
}

let answers: Record<string, (input: Record<string, unknown>) => unknown>
let asked: { action: string; input: Record<string, unknown> }[]

beforeEach(() => {
  jest.resetAllMocks()
  setRouteParams({ id: run.id })
  asked = []
  answers = { 'import.read': () => ({ run, faults: [], rows: [], moved: [] }) }
  cloud.mockImplementation(async (_fn, event) => {
    const { action, input } = event as (typeof asked)[number]
    asked.push({ action, input })
    return { ok: true, now: Date.now(), data: await answers[action]?.(input) }
  })
})

const open = async () => {
  await act(async () => void render(<ImportRunPage />))
  await screen.findByText('网格.geojson')
}
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const calls = (action: string) => asked.filter(call => call.action === action)

it('goes on by itself until the check is done, and says how far it is', async () => {
  const checking: ImportRun = {
    ...run,
    state: 'checking',
    moves: ['advance'],
    totals: undefined,
    progress: { step: 'compare', done: 1, of: 4 },
  }
  let steps = 0
  let resolve: (value: unknown) => void = () => undefined
  answers['import.read'] = () => ({ run: steps < 3 ? checking : run, faults: [], rows: [], moved: [] })
  answers['import.advance'] = () => {
    steps++
    const next = steps < 3 ? { ...checking, progress: { step: 'ground', done: steps, of: 4 } } : run
    return steps === 2 ? new Promise(done => (resolve = done)).then(() => ({ run: next })) : { run: next }
  }
  await open()
  expect(
    screen.getByRole('progressbar', { name: '核对边界的重叠和空隙' }).getAttribute('aria-valuenow'),
  ).toBe('25')
  await act(async () => resolve(undefined))
  await screen.findByText('核对好了，还没启用')
  expect(steps).toBe(3)
})

it('says why an import cannot be undone instead of offering it', async () => {
  const stays = '后来又导入过别的，请先撤销后面那一次。'
  answers['import.read'] = () => ({
    run: { ...run, state: 'applied', moves: [], stays },
    faults: [],
    rows: [],
    moved: [],
  })
  await open()
  screen.getByText(stays)
  expect(screen.queryByRole('button', { name: '撤销这次导入' })).toBeNull()
})

it('stops when the network goes, and goes on where it was', async () => {
  answers['import.read'] = () => ({
    run: { ...run, state: 'applying', moves: ['advance'] },
    faults: [],
    rows: [],
    moved: [],
  })
  answers['import.advance'] = () => {
    throw new Offline(new Error('gone'))
  }
  await open()
  await screen.findByText('停在半路')
  screen.getByText(/网络不通/)
  answers['import.advance'] = () => ({ run: { ...run, state: 'applied', moves: ['undo'] } })
  answers['import.read'] = () => ({
    run: { ...run, state: 'applied', moves: ['undo'] },
    faults: [],
    rows: [],
    moved: [],
  })
  await press('接着做')
  await screen.findByText('已启用')
})

it('names each fault with row, column, why and how to mend it, a part at a time', async () => {
  const fault = {
    severity: 'warning',
    code: 'stale',
    row: 7,
    column: '人口',
    value: '1800',
    why: '人口超过 1500。',
    mend: '把网格划小，或确认后照用。',
  }
  answers['import.read'] = ({ list }) => ({
    run,
    faults: list === 'warnings' ? [fault] : [],
    rows: list === 'ended' ? [{ change: 'ended', name: '第九网格', where: '甲社区' }] : [],
    moved:
      list === 'moves'
        ? [{ what: 'requests', from: '第九网格', to: '第一网格', count: 12, rule: '按上报的位置' }]
        : [],
  })
  await open()
  await screen.findByText('第 7 行，“人口”')
  screen.getByText('写的是：1800')
  screen.getByText('人口超过 1500。')
  screen.getByText('怎么改：把网格划小，或确认后照用。')
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '取消 7' })))
  await screen.findByText('第九网格')
  await act(async () => void fireEvent.click(screen.getByRole('radio', { name: '跟着换地方 43' })))
  await screen.findByText('12 件没办完的事')
  screen.getByText('第九网格 → 第一网格')
})

it('asks once more before it counts, with what it changes', async () => {
  answers['import.apply'] = () => ({ run: { ...run, state: 'applied', moves: ['undo'] } })
  await open()
  await press('启用这次导入')
  expect(calls('import.apply')).toEqual([])
  screen.getByText('新增 10，改动 4，取消 7。')
  screen.getByText('跟着换地方的：12 件没办完的事，30 家住户，1 个议题。')
  await press('再想想')
  await press('启用这次导入')
  await press('确认启用')
  expect(calls('import.apply')[0]?.input).toMatchObject({ id: run.id, version: 2 })
  await screen.findByText('已启用')
})

it('is taken back only with a reason', async () => {
  answers['import.read'] = () => ({
    run: { ...run, state: 'applied', moves: ['undo'] },
    faults: [],
    rows: [],
    moved: [],
  })
  answers['import.undo'] = () => ({ run: { ...run, state: 'undone', moves: ['recheck'] } })
  await open()
  await press('撤销这次导入')
  expect(screen.getByRole('button', { name: '确认撤销' }).getAttribute('aria-disabled')).toBe('true')
  fireEvent.change(screen.getByRole('textbox', { name: '为什么撤销？' }), { target: { value: '边界画错了' } })
  await press('确认撤销')
  expect(calls('import.undo')[0]?.input).toMatchObject({ text: '边界画错了' })
  await screen.findByText('已撤销')
})

it('says so when the lines behind the totals are not kept any more', async () => {
  answers['import.read'] = () => ({
    run: { ...run, reportCleared: true, moves: [] },
    faults: [],
    rows: [],
    moved: [],
  })
  await open()
  screen.getByText('核对结果：3861 行')
  screen.getByText(/清理掉了/)
  expect(screen.queryByRole('radio')).toBeNull()
})
