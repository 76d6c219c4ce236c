import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { callFunction } from '../../platform/call'
import { openFile } from '../../platform/file'
import { Offline } from '../../platform/offline'
import PlatesPage from './index'

jest.mock('../../platform/call')
jest.mock('../../platform/file')

const cloud = jest.mocked(callFunction)
const lines = Array.from({ length: 24 }, (_, n) => ({
  area: { id: `g-${n}`, name: `第${n}网格`, kind: 'grid' },
  where: '甲社区',
  officer: '陈志强',
  ready: n < 2,
  ...(n < 2 && { issue: 1, issuedAt: 0 }),
}))
const listed = {
  area: { id: 'c-1', name: '甲社区', kind: 'community' },
  path: [{ id: 'c-1', name: '甲社区', kind: 'community' }],
  below: [],
  lines,
  count: lines.length,
}

interface Asked {
  action: string
  input: { areaIds: string[]; perPage: number }
}
let asked: [fn: string, event: Asked][]
let fails: Partial<Record<string, () => unknown>>

beforeEach(() => {
  jest.resetAllMocks()
  jest.mocked(openFile).mockResolvedValue(undefined)
  asked = []
  fails = {}
  cloud.mockImplementation(async (fn, event) => {
    const { action, input } = event as Asked
    asked.push([fn, event as Asked])
    const data = {
      'plate.list': () => listed,
      'plate.issue': () => ({
        lines: lines
          .filter(({ area }) => input.areaIds.includes(area.id))
          .map(line => ({ ...line, issue: 1, ready: true })),
      }),
      'print.plates': () => ({
        files: [{ url: `u-${input.areaIds[0]}`, fileName: `${input.areaIds[0]}.pdf` }],
      }),
    }[action]
    return { ok: true, now: Date.now(), data: (fails[action] ?? data)?.() }
  })
})

const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const open = async () => {
  render(<PlatesPage />)
  await screen.findByText(/甲社区：24 块/)
}
const portions = (action: string) =>
  asked.filter(([, event]) => event.action === action).map(([, event]) => event.input.areaIds.length)

it('makes many plates in portions, and prints whole sheets by the function that can', async () => {
  await open()
  await press('选中下面 24 个')
  fireEvent.click(screen.getByRole('radio', { name: '5' }))
  await press('做 24 块牌子')
  expect(portions('plate.issue')).toEqual([20, 4])
  expect(portions('print.plates')).toEqual([15, 9])
  expect(asked.filter(([, { action }]) => action === 'print.plates').every(([fn]) => fn === 'print')).toBe(
    true,
  )
  await press('打开 g-15.pdf')
  expect(openFile).toHaveBeenCalledWith('u-g-15', 'g-15.pdf')
})

it('says why a plate could not be made, prints nothing, and is done when it is pressed again', async () => {
  await open()
  fireEvent.click(screen.getByRole('checkbox', { name: '第5网格' }))
  fails['plate.issue'] = () => ({
    lines: [{ ...lines[5], issue: 1, ready: false, problem: '没有连上微信，请再点一次。' }],
  })
  await press('做 1 块牌子')
  expect(within(screen.getByRole('alert')).getByText('没有连上微信，请再点一次。')).toBeTruthy()
  expect(portions('print.plates')).toEqual([])
  fails = {}
  await press('做 1 块牌子')
  screen.getByRole('button', { name: '打开 g-5.pdf' })
})

it('keeps what was printed when the network goes', async () => {
  await open()
  await press('选中下面 24 个')
  let printed = 0
  fails['print.plates'] = () => {
    if (printed++) throw new Offline(new Error('gone'))
    return { files: [{ url: 'u', fileName: '一.pdf' }] }
  }
  await press('做 24 块牌子')
  screen.getByText(/网络不通/)
  screen.getByRole('button', { name: '打开 一.pdf' })
})

it('replaces a plate only with a reason, and says what becomes of the old one', async () => {
  await open()
  await press('给第0网格换新牌')
  screen.getByText(/第 1 版马上作废/)
  expect(screen.getByRole('button', { name: '作废旧牌，换新牌' }).getAttribute('aria-disabled')).toBe('true')
  fireEvent.click(screen.getByRole('radio', { name: '有人冒用' }))
  fails['plate.reissue'] = () => ({ line: { ...lines[0], issue: 2 } })
  await press('作废旧牌，换新牌')
  screen.getByText('第 2 版')
})
