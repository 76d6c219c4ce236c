import { act, fireEvent, render, screen, within } from '@testing-library/react'
import { callFunction } from '../../platform/call'
import { day, startOfDay } from '../../../domain/time/china'
import RosterPage from './index'

jest.mock('../../platform/call')

const cloud = jest.mocked(callFunction)
const today = startOfDay(Date.now())
const grid = { id: 'g-1', name: '第一网格', kind: 'grid' }
const line = {
  ...{ id: 'o-chen', name: '陈志强', post: '网格员', area: grid, hours: '每天 8:00–18:00', onDuty: true },
  ...{ claimed: true, leaves: [] as object[] },
}
const zhou = { id: 'o-zhou', name: '周敏', post: '网格员', area: { ...grid, id: 'g-2', name: '第二网格' } }
const away = { id: 'v-1', version: 3, from: today, to: today + 3 * day, cover: zhou }

/** Answers of the cloud by action; what was sent stays in the mock. */
const answers = (by: Record<string, unknown>) =>
  cloud.mockImplementation(async (_fn, event) => {
    const { action } = event as { action: string }
    const data = by[action]
    if (data === undefined) throw new Error(`unexpected ${action}`)
    return data instanceof Error
      ? { ok: false, now: Date.now(), error: { code: 'wrongState', message: data.message, id: 'x' } }
      : { ok: true, now: Date.now(), data }
  })
const sent = (action: string) =>
  cloud.mock.calls
    .map(([, event]) => event as { action: string; input: Record<string, unknown> })
    .filter(event => event.action === action)
    .map(({ input }) => input)
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const choose = (label: string, name: string | RegExp) =>
  act(
    async () =>
      void fireEvent.click(
        within(screen.getByRole('radiogroup', { name: label })).getByRole('radio', { name }),
      ),
  )

beforeEach(() => jest.resetAllMocks())

it('lets an officer ask for leave with a day, a length and a cover out of those proposed', async () => {
  answers({
    'roster.read': { mine: [line], standingIn: [] },
    'roster.covers': { covers: [{ ...zhou, why: 'neighbour', load: 1 }] },
    'roster.setLeave': { leave: { ...away, cover: undefined } },
  })
  render(<RosterPage />)
  await screen.findByText('第一网格 · 网格员')
  await press('我要请假')
  await choose('哪天开始', '明天')
  await choose('一共几天', '3天')
  screen.getByText('没有人代班的话，新来的事会转给上一级。')
  await choose('请谁代班', '周敏 · 第二网格网格员（邻近，已代1人）')
  expect(sent('roster.covers').at(-1)).toEqual({
    officerId: 'o-chen',
    from: today + day,
    to: today + 4 * day,
  })
  await press('登记请假')
  expect(sent('roster.setLeave')).toMatchObject([
    { officerId: 'o-chen', from: today + day, to: today + 4 * day, coverId: 'o-zhou' },
  ])
  screen.getByRole('button', { name: '我要请假' })
})

it('says what the cloud refuses, and keeps what was chosen', async () => {
  answers({
    'roster.read': { mine: [line], standingIn: [] },
    'roster.covers': { covers: [] },
    'roster.setLeave': new Error('这几天正代着周敏的岗，请先给周敏换一位代班的人。'),
  })
  render(<RosterPage />)
  await screen.findByText('第一网格 · 网格员')
  await press('我要请假')
  await choose('一共几天', '5天')
  await press('登记请假')
  screen.getByText(/正代着周敏的岗/)
  expect(screen.getByRole('radio', { name: '5天' }).getAttribute('aria-checked')).toBe('true')
})

it('ends a leave by the version that was shown', async () => {
  answers({
    'roster.read': { mine: [{ ...line, leaves: [away] }], standingIn: [] },
    'roster.endLeave': { leave: away },
  })
  render(<RosterPage />)
  await screen.findByText(/共3天，由周敏代班/)
  await press('陈志强已经回来上班')
  expect(sent('roster.endLeave')).toMatchObject([{ id: 'v-1', version: 3 }])
})

it('shows those in charge their staff, who stands in, and the way down', async () => {
  answers({
    'roster.read': {
      mine: [line],
      standingIn: [{ for: zhou, from: today, to: today + day }],
      staff: {
        area: { id: 'c-1', name: '甲社区', kind: 'community' },
        path: [],
        gaps: [
          { id: 'x', kind: 'area', area: grid, since: today, task: '甲社区 社区值班员' },
          {
            id: 'y',
            kind: 'requests',
            area: grid,
            officer: { id: 'o-1', name: '老林' },
            count: 4,
            since: today,
          },
        ],
        below: [{ id: 'b-1', name: '甲一街区', kind: 'block' }],
        lines: [{ ...line, id: 'o-wang', name: '王敏', post: '社区值班员', claimed: false }],
      },
    },
  })
  render(<RosterPage />)
  await screen.findByText('甲社区的班组')
  screen.getByText('王敏 · 社区值班员')
  screen.getByText('第一网格现在没有人管')
  screen.getByText('第一网格有4件事没有人接')
  screen.getByText(/原来由老林办/)
  screen.getByText('还没有绑定微信，收不到消息')
  screen.getByText(/周敏 · 第二网格网格员：.*1天/)
  screen.getByRole('button', { name: '给王敏登记请假' })
  await choose('看下面哪一片', '甲一街区')
  expect(sent('roster.read').at(-1)).toEqual({ areaId: 'b-1' })
})

const staffOf = (more: object) => ({
  mine: [line],
  standingIn: [],
  staff: {
    area: grid,
    ...{ path: [], gaps: [], below: [] },
    lines: [{ ...line, id: 'o-zhou', name: '周敏', claimed: false, ...more }],
  },
})

it('gives a code for binding to read out, and says how long it is good for', async () => {
  const until = Date.now() + 30 * 60_000
  answers({
    'roster.read': staffOf({ binding: { version: 1 } }),
    'roster.makeBindingCode': { code: '04711234', until },
  })
  render(<RosterPage />)
  await screen.findByText('周敏 · 网格员')
  await press('给周敏一个绑定码')
  screen.getByText('绑定码 0471 1234')
  screen.getByText(/前有效，只能用一次/)
  expect(sent('roster.makeBindingCode')).toMatchObject([{ officerId: 'o-zhou' }])
})

it('lets an account go with a reason, by the version that was shown', async () => {
  answers({
    'roster.read': staffOf({ claimed: true, binding: { version: 4, since: today } }),
    'roster.releaseBinding': { binding: { version: 5 } },
  })
  render(<RosterPage />)
  await screen.findByText('周敏 · 网格员')
  await press('解除周敏的微信绑定')
  await press('解除绑定')
  expect(sent('roster.releaseBinding')).toEqual([])
  await choose('为什么解除', '手机丢了')
  await press('解除绑定')
  expect(sent('roster.releaseBinding')).toMatchObject([
    { officerId: 'o-zhou', version: 4, reason: '手机丢了' },
  ])
})

it('says so to somebody without a post', async () => {
  answers({ 'roster.read': new Error('没有找到') })
  render(<RosterPage />)
  await screen.findByText('没有找到')
})
