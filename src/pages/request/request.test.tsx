import { act, fireEvent, render, screen } from '@testing-library/react'
import type { RequestView } from '../../../contract/requestView'
import { day, hour } from '../../../domain/time/china'
import { setRouteParams } from '../../../tests/support/taro'
import { callFunction } from '../../platform/call'
import { Offline } from '../../platform/offline'
import RequestPage from './index'

jest.mock('../../platform/call')
const cloud = jest.mocked(callFunction)

const request = (changes: Partial<RequestView> = {}): RequestView => ({
  id: 'r-1',
  no: '261123-ABCDEF',
  version: 3,
  status: 'resolved',
  tier: 'B',
  label: { words: '网格员来办', urgent: false },
  reasons: ['换灯这样的小事，网格员就能办好。'],
  text: '三单元楼道的灯坏了',
  photos: [],
  place: { address: '三单元' },
  path: [{ id: 'g-1', name: '第一网格', kind: 'grid' }],
  createdAt: Date.now() - 5 * hour,
  clocks: [{ name: 'confirm', dueAt: Date.now() + 50 * hour, overdue: false, who: 'reporter' }],
  turn: { who: 'reporter', dueAt: Date.now() + 50 * hour },
  timeline: [{ kind: 'submitted', at: Date.now() - 5 * hour, by: '您', photos: [] }],
  households: 1,
  together: false,
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
  expect(screen.queryAllByRole('button').map(({ textContent }) => textContent)).toEqual([
    '现在没人接电话，写下来告诉我们',
  ])
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

it('shows an officer the next two of the many clocks of a danger, and all of them when asked', async () => {
  const names = ['accept', 'danger', 'reply', 'onSite', 'controlled', 'resolve', 'progress'] as const
  const clocks = names.map((name, n) => ({ name, dueAt: Date.now() + (n + 1) * hour, overdue: false }))
  const danger = {
    status: 'submitted' as const,
    tier: 'A' as const,
    clocks,
    turn: { who: 'officer' as const },
  }
  await open(ok(request({ ...danger, mine: false, moves: [] })))
  expect(screen.getAllByText(/^最晚 /)).toHaveLength(2)
  await press('全部时限（7）')
  expect(screen.getAllByText(/^最晚 /)).toHaveLength(7)
  expect(screen.queryByRole('button', { name: /全部时限/ })).toBeNull()
})

it('keeps nothing that the street has promised from the resident', async () => {
  const names = ['accept', 'reply', 'resolve'] as const
  const clocks = names.map((name, n) => ({ name, dueAt: Date.now() + (n + 1) * hour, overdue: false }))
  await open(ok(request({ status: 'submitted', clocks, moves: [], turn: { who: 'officer' } })))
  expect(screen.getAllByText(/^最晚 /)).toHaveLength(3)
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

const staff = { mine: false, turn: { who: 'officer' as const } }
const said = (n: number) => (cloud.mock.calls[n]?.[1] as { action: string; input: object }) ?? {}
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })

it('says that the time stands still while she is asked, what for, and takes her answer', async () => {
  await open(
    ok(
      request({
        status: 'needInfo',
        turn: { who: 'reporter', dueAt: Date.now() + 3 * day },
        clocks: [
          {
            ...{ name: 'resolve', dueAt: Date.now() + day, overdue: false, who: 'officer', working: true },
            paused: { left: 2, unit: 'workingDays' },
          },
          { name: 'answer', dueAt: Date.now() + 3 * day, overdue: false, who: 'reporter' },
        ],
        timeline: [{ kind: 'infoAsked', at: Date.now(), by: '网格员陈志强', text: '是几单元？', photos: [] }],
        moves: ['answerInfo'],
      }),
    ),
  )
  screen.getByText('暂停·等您补充')
  screen.getByText(/还剩2个工作日/)
  expect(screen.getAllByText('是几单元？').length).toBeGreaterThan(0)
  type('补充什么？', '三单元')
  cloud.mockResolvedValueOnce(ok(request({ status: 'inProgress', moves: ['reply'] })))
  await press('补充好了')
  expect(said(1)).toMatchObject({ action: 'request.answerInfo', input: { id: 'r-1', text: '三单元' } })
})

it('counts working time as the cloud does, with the calendar that came along', async () => {
  // Monday 23 November 2026, 17:00 in China; due on Wednesday at 18:00.
  jest.useFakeTimers({ now: Date.UTC(2026, 10, 23, 9) })
  const due = Date.UTC(2026, 10, 25, 10)
  const clock = {
    name: 'resolve' as const,
    dueAt: due,
    overdue: false,
    who: 'officer' as const,
    working: true,
  }
  const workingTime = {
    hours: [
      [510, 720],
      [840, 1080],
    ] as [number, number][],
    years: { 2026: { off: [], work: [] } },
  }
  const handler = { id: 'o-1', name: '陈志强', post: '网格员', onDuty: true, hours: '' }
  const view = request({
    status: 'accepted',
    turn: { who: 'officer' },
    clocks: [clock],
    workingTime,
    moves: [],
  })
  await open(ok({ ...view, handler } as RequestView))
  screen.getByText('计时中·网格员')
  screen.getByText(/还有2个工作日/)
  jest.useRealTimers()
})

it('says that it is late and who was told, and that a day is guessed', async () => {
  const clock = {
    name: 'resolve' as const,
    dueAt: Date.now() - 3 * hour,
    overdue: true,
    who: 'officer' as const,
  }
  await open(
    ok(
      request({
        status: 'inProgress',
        turn: { who: 'officer' },
        clocks: [{ ...clock, toldUp: 'street', assumed: true }],
        moves: [],
      }),
    ),
  )
  screen.getByText('已超时·已上报街道')
  screen.getByText(/已超时3小时（按平日估算）/)
})

const tierWords: RequestView['tierWords'] = [
  { tier: 'A', words: 'A 急事' },
  { tier: 'B', words: 'B 网格办' },
]

it('keeps what is seldom needed behind one button, and lowers a tier with the reason', async () => {
  const moves: RequestView['moves'] = ['reply', 'askInfo', 'extend', 'retier', 'resolve']
  await open(ok(request({ ...staff, status: 'accepted', tier: 'A', category: 'estate', moves, tierWords })))
  expect(screen.queryByRole('button', { name: '改级别或类别' })).toBeNull()
  await press('其他办法')
  await press('改级别或类别')
  await press('B 网格办', 'radio')
  screen.getByText(/居民不同意可以提意见/)
  type('为什么要改？', '是隔壁在炒菜')
  cloud.mockResolvedValueOnce(ok(request({ ...staff, tier: 'B', moves })))
  await press('改')
  expect(said(1)).toMatchObject({
    action: 'request.retier',
    input: { id: 'r-1', version: 3, tier: 'B', text: '是隔壁在炒菜' },
  })
})

it.each([
  ['askInfo', '请居民补充', '想问什么？', '发给居民'],
  ['extend', '申请延期', '为什么要晚几天？居民会看到', '申请延期'],
  ['suspend', '挂账', '为什么眼下办不了？居民会看到', '挂账'],
  ['resume', '接着办', '怎么又能办了？居民会看到', '接着办'],
  ['object', '我不同意这样调整', '为什么不同意？', '提意见'],
] as const)('makes the move %s with one sentence', async (action, button, label, send) => {
  await open(ok(request({ status: 'inProgress', turn: { who: 'officer' }, moves: [action] })))
  const more = screen.queryByRole('button', { name: '其他办法' })
  if (more) await press('其他办法')
  await press(button)
  cloud.mockResolvedValueOnce(refused({ code: 'invalid', field: 'text', message: '请先说说是什么事。' }))
  type(label, '因为')
  await press(send)
  screen.getByText('请先说说是什么事。')
  cloud.mockResolvedValueOnce(ok(request({ moves: [] })))
  await press(send)
  expect(said(2)).toMatchObject({
    action: `request.${action}`,
    input: { id: 'r-1', version: 3, text: '因为' },
  })
})

it.each([
  ['decideExtension', '同意', { granted: true }],
  ['answerObjection', '不改', { upheld: false }],
] as const)('shows what is asked for and decides it: %s', async (action, choice, answer) => {
  await open(ok(request({ ...staff, status: 'inProgress', moves: [action], pending: { text: '还要订货' } })))
  screen.getByText('“还要订货”')
  await press(choice, 'radio')
  type(action === 'decideExtension' ? '说明一下' : '答复居民', '看过了')
  cloud.mockResolvedValueOnce(ok(request({ ...staff, moves: [] })))
  await press('答复')
  expect(said(1)).toMatchObject({ action: `request.${action}`, input: { ...answer, text: '看过了' } })
})

it('lets a person confirm in one touch what the machine doubted', async () => {
  await open(
    ok(request({ ...staff, status: 'submitted', tier: 'A', moves: ['confirmDanger', 'accept', 'retier'] })),
  )
  cloud.mockResolvedValueOnce(ok(request({ ...staff, status: 'submitted', tier: 'A', moves: ['accept'] })))
  await press('是急事，报街道')
  expect(said(1)).toMatchObject({ action: 'request.confirmDanger', input: { id: 'r-1', version: 3 } })
})

it('shows officers who brought it, what the hotline calls it, and what to mind', async () => {
  const due = Date.now() + 2 * day
  await open(
    ok(
      request({
        mine: false,
        moves: [],
        source: 'hotline',
        external: { system: '12345', number: 'GD-20261125-0071', due },
        notes: ['热线转来的，这里办完，热线那边也要回。'],
      }),
    ),
  )
  screen.getByText('热线转办')
  screen.getByText(/12345 工单 GD-20261125-0071，热线要求 .* 前办好/)
  screen.getByText('热线转来的，这里办完，热线那边也要回。')
})

describe('why it was sorted like this', () => {
  const why: RequestView['why'] = {
    answers: [
      { what: 'tier', is: 'A 急事', trust: 'weak' },
      { what: 'category', is: '安全生产', trust: 'firm' },
      { what: 'type', is: '求助', trust: 'fair' },
    ],
    rule: 'a.loose',
    say: '您说到“松动”，可能会掉下来，先按急事办。',
    words: ['松动'],
    also: [{ rule: 'c.repair', say: '要物业或有关单位来修。', words: ['坏了'] }],
    near: [{ rule: 'a.electric', words: ['漏电'], missing: '说的是没有' }],
    policy: 'triage:1',
    model: 'triage-model:1',
  }

  it('opens for officers: the answers with how far to trust them, the rule, its words, and what nearly decided', async () => {
    await open(ok(request({ mine: false, moves: [], why })))
    expect(screen.queryByText('没有把握，请人看一看')).toBeNull()
    await press('为什么这样分')
    screen.getByRole('group', { name: '为什么这样分' })
    for (const words of [
      '没有把握，请人看一看',
      '很有把握',
      '有些把握',
      '您说到“松动”，可能会掉下来，先按急事办。',
      '按规则 a.loose，看到：松动',
      '要物业或有关单位来修。',
      '看到：漏电',
      '规则 a.electric，没有用上：说的是没有',
      '规则版本 triage:1，模型 triage-model:1',
    ])
      screen.getByText(words)
    await press('收起')
    expect(screen.queryByText('很有把握')).toBeNull()
  })

  it('is not there for residents, who have the reason', async () => {
    await open(ok(request()))
    screen.getByText('换灯这样的小事，网格员就能办好。')
    expect(screen.queryByRole('button', { name: '为什么这样分' })).toBeNull()
  })
})

it.each([
  [undefined, '等居民确认', '居民确认办好了'],
  ['patrol', '等上一级核查', '核查过，办好了'],
  ['onBehalf', '等登记的人问过居民再确认', '居民确认办好了'],
] as const)('says who confirms what came by %s, and that they did', async (source, waits, did) => {
  const timeline = [{ kind: 'confirmed' as const, at: Date.now(), by: '社区值班员王敏', photos: [] }]
  await open(ok(request({ mine: false, moves: [], timeline, ...(source && { source }) })))
  // In the line of tags, and above.
  expect(screen.getAllByText(waits)).toHaveLength(2)
  screen.getByText(did, { exact: false })
})
