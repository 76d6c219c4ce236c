import { act, fireEvent, render, screen } from '@testing-library/react'
import type { RequestView } from '../../../contract/request'
import { setRouteParams } from '../../../tests/support/taro'
import { callFunction } from '../../platform/call'
import { Offline } from '../../platform/offline'
import RequestPage from './index'

jest.mock('../../platform/call')
const cloud = jest.mocked(callFunction)

const hour = 3_600_000
const request = (changes: Partial<RequestView> = {}): RequestView => ({
  id: 'r-1',
  no: '261123-ABCDEF',
  version: 3,
  status: 'resolved',
  tier: 'B',
  reasons: ['换灯这样的小事，网格员就能办好。'],
  text: '三单元楼道的灯坏了',
  photos: [],
  place: { address: '三单元' },
  path: [{ id: 'g-1', name: '第一网格', kind: 'grid' }],
  createdAt: Date.now() - 5 * hour,
  clocks: [{ name: 'confirm', dueAt: Date.now() + 50 * hour, overdue: false, who: 'reporter' }],
  turn: { who: 'reporter', dueAt: Date.now() + 50 * hour },
  timeline: [{ kind: 'submitted', at: Date.now() - 5 * hour, by: '您', photos: [] }],
  mine: true,
  moves: ['reply', 'confirm'],
  emergencyLines: [],
  ...changes,
})
const ok = (view: RequestView) => ({ ok: true, now: Date.now(), data: { request: view } })
const refused = (error: object) => ({
  ok: false,
  now: Date.now(),
  error: { message: '刚刚有变化', id: 'x', ...error },
})
const press = (name: string, role: 'button' | 'radio' = 'button') =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })))

beforeEach(() => {
  jest.resetAllMocks()
  setRouteParams({ id: 'r-1' })
})

const open = async (first: unknown) => {
  cloud.mockResolvedValueOnce(first)
  await act(async () => void render(<RequestPage />))
}

it('says whose turn it is and until when, and confirms in two touches', async () => {
  await open(ok(request()))
  screen.getByText('等您看看办好了没有')
  screen.getByText('等您确认')
  screen.getByText(/还有2天/)
  expect(screen.getByRole('button', { name: '确认' }).getAttribute('aria-disabled')).toBe('true')
  await press('办好了', 'radio')
  await press('满意', 'radio')
  cloud.mockResolvedValueOnce(
    ok(request({ status: 'confirmed', version: 4, moves: [], turn: { who: 'nobody' }, clocks: [] })),
  )
  await press('确认')
  screen.getByText('您说办好了')
  expect(cloud.mock.calls[1]?.[1]).toMatchObject({
    action: 'request.confirm',
    input: { id: 'r-1', version: 3, solved: 'yes', satisfaction: 'good' },
  })
  expect(screen.queryByRole('button')).toBeNull()
})

it('asks what is left before it opens the matter again', async () => {
  await open(ok(request()))
  await press('没办好', 'radio')
  await press('不满意', 'radio')
  cloud.mockResolvedValueOnce(refused({ code: 'invalid', field: 'text', message: '请说一句还差什么没办好' }))
  await press('请重新办')
  screen.getByText('请说一句还差什么没办好')
  fireEvent.change(screen.getByRole('textbox', { name: '还差什么？' }), { target: { value: '还是不亮' } })
  cloud.mockResolvedValueOnce(ok(request({ status: 'reopened', moves: ['reply'], turn: { who: 'officer' } })))
  await press('请重新办')
  screen.getByText('没办好，重新办')
})

it('shows what is there now when somebody was faster', async () => {
  await open(
    ok(request({ mine: false, status: 'submitted', moves: ['accept', 'reply'], turn: { who: 'officer' } })),
  )
  const now = request({
    mine: false,
    status: 'accepted',
    version: 4,
    moves: ['reply', 'resolve'],
    turn: { who: 'officer' },
  })
  cloud.mockResolvedValueOnce(refused({ code: 'conflict', current: { request: now } }))
  await press('受理')
  screen.getByText('已受理')
  expect(screen.queryByRole('button', { name: '受理' })).toBeNull()
})

it('keeps the token of a change whose answer was lost', async () => {
  await open(ok(request()))
  await press('办好了', 'radio')
  await press('满意', 'radio')
  cloud.mockRejectedValueOnce(new Offline('gone'))
  await press('确认')
  screen.getByText(/网络不通/)
  cloud.mockResolvedValueOnce(ok(request({ status: 'confirmed', moves: [] })))
  await press('确认')
  const [, first, second] = cloud.mock.calls.map(
    ([, event]) => (event as { input: { token: string } }).input.token,
  )
  expect(second).toBe(first)
})

it('says so when it cannot be opened, and tries again', async () => {
  cloud.mockRejectedValueOnce(new Offline('gone'))
  await act(async () => void render(<RequestPage />))
  screen.getByText('网络不通')
  cloud.mockResolvedValueOnce(ok(request()))
  await press('再试一次')
  screen.getByText('三单元楼道的灯坏了')
})

it('says so when there is nothing to see, without a way to try again', async () => {
  await open(refused({ code: 'notFound', message: '没有找到。可能已经撤下，或者不归您看。' }))
  screen.getByText(/没有找到/)
  expect(screen.queryByRole('button')).toBeNull()
})
