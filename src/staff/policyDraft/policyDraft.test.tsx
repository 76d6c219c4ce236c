import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import type { PolicyDraftView, PolicyRehearsal } from '../../../contract/policy'
import { setRouteParams } from '../../../tests/support/taro'
import { callFunction } from '../../platform/call'
import PolicyDraftPage from './index'

jest.mock('../../platform/call')
const cloud = jest.mocked(callFunction)

const by = { name: '刘洋', post: '街道值班员' }
const at = Date.now()
const tierWords = [
  { tier: 'A', words: 'A 急事' },
  { tier: 'B', words: 'B 网格办' },
  { tier: 'C', words: 'C 街区联办' },
  { tier: 'D', words: 'D 统筹办' },
]
const draft = (changes: Partial<PolicyDraftView> = {}): PolicyDraftView => ({
  id: 'd-one',
  version: 1,
  kind: 'triage',
  basedOn: 'triage:1',
  note: '老榕树归街道',
  at,
  by,
  findings: [],
  ...changes,
})
const trial = (changes: Partial<PolicyRehearsal> = {}): PolicyRehearsal => ({
  at,
  by,
  against: 'triage:1',
  messages: 40,
  changed: 2,
  lostDangers: 0,
  ways: [{ point: 'tier', from: 'B', to: 'D', times: 2 }],
  changes: [
    { id: 'r-2', no: '261125-B', text: '老榕树的枝断了', points: [{ point: 'tier', from: 'B', to: 'D' }] },
  ],
  ...changes,
})
const losing = trial({
  lostDangers: 1,
  changes: [
    {
      ...{ id: 'r-1', no: '261125-A', text: '厨房一股煤气味', lostDanger: true },
      points: [{ point: 'tier', from: 'A', to: 'B' }],
    },
  ],
})
const ok = (data: object) => ({ ok: true, now: Date.now(), data })
const refused = (error: object) => ({ ok: false, now: Date.now(), error: { message: '', id: 'x', ...error } })
const press = (name: string, role: 'button' | 'checkbox' = 'button') =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })))
const isStill = (name: string) =>
  screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true'
const open = async (first: PolicyDraftView) => {
  cloud.mockResolvedValueOnce(ok({ draft: first, you: by, tierWords }))
  await act(async () => void render(<PolicyDraftPage />))
}

beforeEach(() => {
  jest.resetAllMocks()
  setRouteParams({ id: 'd-one' })
})

it('is tried on recent requests, and says how many change and how', async () => {
  await open(draft())
  expect(screen.queryByRole('button', { name: '发布' })).toBeNull()
  cloud.mockResolvedValueOnce(ok({ draft: draft({ version: 2, rehearsal: trial() }) }))
  await press('用最近的诉求试算一遍')
  screen.getByText('最近 40 件诉求里，有 2 件会不一样。')
  screen.getByText('级别：B 网格办 → D 统筹办')
  screen.getByText('2 件')
  await press('看是哪些诉求（1）')
  screen.getByText('老榕树的枝断了')
  await press('看这件诉求 261125-B')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/request/index?id=r-2' })
})

it('is published under the name of whoever does it, after being asked again', async () => {
  await open(draft({ version: 2, rehearsal: trial() }))
  await press('发布')
  screen.getByText('发布人：刘洋（街道值班员），会留名。')
  await press('先不发布')
  await press('发布')
  cloud.mockResolvedValueOnce(
    ok({ draft: draft({ version: 3, rehearsal: trial(), publishedAs: 'triage:2' }) }),
  )
  await press('以刘洋的名义发布')
  expect(cloud.mock.calls[1]?.[1]).toMatchObject({
    action: 'policy.publish',
    input: { id: 'd-one', version: 2 },
  })
  screen.getByText('已发布，是第 2 版')
  expect(screen.queryByRole('button', { name: '发布' })).toBeNull()
  expect(screen.queryByRole('button', { name: '再试算一遍' })).toBeNull()
})

it('waits until every danger that would be lost is ticked as read', async () => {
  await open(draft({ version: 2, rehearsal: losing }))
  screen.getByText('1 件急事不再算急事')
  screen.getByText('厨房一股煤气味')
  expect(isStill('发布')).toBe(true)
  await press('261125-A 看过了，确实不急', 'checkbox')
  await press('发布')
  cloud.mockResolvedValueOnce(ok({ draft: draft({ version: 3, publishedAs: 'triage:2' }) }))
  await press('以刘洋的名义发布')
  expect(cloud.mock.calls[1]?.[1]).toMatchObject({ input: { lostDangersRead: true } })
})

it('asks to own up to those that are too many to list', async () => {
  await open(draft({ rehearsal: { ...losing, lostDangers: 3 } }))
  await press('261125-A 看过了，确实不急', 'checkbox')
  expect(isStill('发布')).toBe(true)
  await press('还有 2 件没有列出，我知道', 'checkbox')
  expect(isStill('发布')).toBe(false)
})

it('forgets the ticks when it is tried again', async () => {
  await open(draft({ rehearsal: losing }))
  await press('261125-A 看过了，确实不急', 'checkbox')
  cloud.mockResolvedValueOnce(ok({ draft: draft({ version: 3, rehearsal: losing }) }))
  await press('再试算一遍')
  expect(isStill('发布')).toBe(true)
})

it('shows the draft as it is now when somebody else has changed it, with why', async () => {
  await open(draft({ version: 2, rehearsal: trial() }))
  await press('发布')
  const current = { draft: draft({ version: 3, rehearsal: trial({ messages: 41 }) }) }
  cloud.mockResolvedValueOnce(refused({ code: 'conflict', message: '刚刚有变化，请看看再办。', current }))
  await press('以刘洋的名义发布')
  screen.getByText('刚刚有变化，请看看再办。')
  screen.getByText(/最近 41 件/)
})

it('says what is missing, and leaves the way to try again', async () => {
  await open(draft({ version: 2, rehearsal: trial() }))
  await press('发布')
  cloud.mockResolvedValueOnce(
    refused({ code: 'wrongState', message: '试算以后现行的规则变了，请再试算一遍。' }),
  )
  await press('以刘洋的名义发布')
  screen.getByText('还没有发布')
  screen.getByText('试算以后现行的规则变了，请再试算一遍。')
  screen.getByRole('button', { name: '再试算一遍' })
})

it('says in plain words what to look at', async () => {
  const one = { kind: 'neverMatched' as const, what: 'b.rare' }
  await open(
    draft({
      findings: [
        { kind: 'unreachable', what: 'b.dead' },
        { kind: 'contradictory', what: 'b.one', other: 'c.two' },
        one,
        { ...one, what: 'b.other' },
      ],
    }),
  )
  screen.getByText('请先看看这几处')
  screen.getByText(/“b.dead”的词自己凑不齐/)
  screen.getByText(/“b.one”和“c.two”对同样的话给不同的级别/)
  screen.getByText(/有 2 条规则在最近的诉求里一次也没用上/)
})
