import { act, fireEvent, render, screen } from '@testing-library/react'
import { emptyStorage } from '../../../tests/support/phoneStorage'
import { setRouteParams } from '../../../tests/support/taro'
import { callFunction } from '../../platform/call'
import { Offline } from '../../platform/offline'
import { dial } from '../../platform/phone'
import { myPlace } from '../../platform/place'
import PlacePage from './index'

jest.mock('../../platform/call')
jest.mock('../../platform/place')
jest.mock('../../platform/phone')

const cloud = jest.mocked(callFunction)

beforeEach(() => {
  jest.resetAllMocks()
  emptyStorage()
  setRouteParams({})
})
afterEach(() => jest.useRealTimers())

const point = { lng: 114.05, lat: 22.7 }
const grid = { id: 'g-1', name: '第一网格', kind: 'grid' }
const card = {
  grid,
  path: [{ id: 's-1', name: '样例街道', kind: 'street' }, grid],
  officer: {
    id: 'o-1',
    name: '陈志强',
    post: '网格员',
    onDuty: true,
    hours: '每天 8:30–18:00',
    workPhone: '0755-1',
  },
  dutyPhone: '0755-9',
  duties: ['上门走访，问问难处'],
  month: { received: 12, settled: 9 },
  team: [
    {
      id: 'o-2',
      name: '林楼长',
      post: '楼长',
      area: '第一网格',
      onDuty: false,
      hours: '每天 8:30–18:00',
      workPhone: '0755-2',
    },
  ],
}
const located = { ...card, inside: true, metresOutside: 0, others: [] }
const answer = (data: object) => ({ ok: true, now: Date.now(), data })
const refusal = (code: string, message: string) => ({
  ok: false,
  now: Date.now(),
  error: { code, message, id: 'x' },
})

const actions = () => cloud.mock.calls.map(([, event]) => (event as { action: string }).action)
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
/** Types and lets the pause pass that is taken for an end of typing. */
const search = async (words: string) => {
  fireEvent.change(screen.getByRole('textbox', { name: /^搜小区/ }), { target: { value: words } })
  await act(() => jest.advanceTimersByTimeAsync(400))
}

describe('by location', () => {
  it('asks in plain words first, then finds the officer card with one call', async () => {
    jest.mocked(myPlace).mockResolvedValue({ point, address: '桂花苑3栋' })
    cloud.mockResolvedValue(answer(located))
    render(<PlacePage />)
    expect(cloud).not.toHaveBeenCalled()
    await press('用我的位置找')
    screen.getByText(/位置不留/)
    expect(myPlace).not.toHaveBeenCalled()
    await press('可以，用我的位置')
    await screen.findByText('陈志强 · 网格员')
    expect(actions()).toEqual(['area.locate'])
    screen.getByText('收到 12 件，办完 9 件。')
    screen.getByText('· 上门走访，问问难处')
    screen.getByText('林楼长 · 楼长')
    await press('打电话给陈志强')
    expect(dial).toHaveBeenCalledWith('0755-1')
    expect(actions()).toHaveLength(1)
  })

  it('remembers that she agreed', async () => {
    jest.mocked(myPlace).mockResolvedValue(undefined)
    const { unmount } = render(<PlacePage />)
    await press('用我的位置找')
    await press('可以，用我的位置')
    unmount()
    render(<PlacePage />)
    await press('用我的位置找')
    expect(screen.queryByText(/位置不留/)).toBeNull()
    expect(myPlace).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['she says no', '不用，我自己找'],
    ['her phone says no', '可以，用我的位置'],
  ])('says kindly that it goes without when %s, and asks again only when she wants', async (_, reply) => {
    jest.mocked(myPlace).mockResolvedValue('refused')
    render(<PlacePage />)
    await press('用我的位置找')
    await press(reply)
    screen.getByText('没关系，不用位置也能找到')
    for (const name of ['用我的位置找', '扫公示牌上的码', '在地图上点', '从名单里选'])
      screen.getByRole('button', { name })
    expect(cloud).not.toHaveBeenCalled()
  })

  it.each([
    [79.6, '80 米'],
    [1240, '1.2 公里'],
    [34_780, '35 公里'],
  ])('says how far the nearest grid is when there is none here: %d m', async (metresOutside, words) => {
    jest.mocked(myPlace).mockResolvedValue({ point })
    cloud.mockResolvedValue(answer({ ...located, inside: false, metresOutside }))
    render(<PlacePage />)
    await press('用我的位置找')
    await press('可以，用我的位置')
    await screen.findByText(`最近的是第一网格，离这里大约 ${words}。`)
  })

  it('shows the other nets over the same ground, and says what is wrong when there are no grids', async () => {
    jest.mocked(myPlace).mockResolvedValue({ point })
    const red = {
      area: { id: 'x-1', name: '红色网格一', kind: 'red' },
      tree: 'red',
      inside: true,
      metresOutside: 0,
    }
    cloud
      .mockResolvedValueOnce(refusal('notFound', '这里还没有划网格，请换个位置或从名单里选。'))
      .mockResolvedValueOnce(answer({ ...located, others: [red] }))
    render(<PlacePage />)
    await press('用我的位置找')
    await press('可以，用我的位置')
    await screen.findByText(/这里还没有划网格/)
    await press('用我的位置找')
    await screen.findByRole('button', { name: '看红色网格一' })
  })
})

describe('by name', () => {
  beforeEach(() => jest.useFakeTimers())
  const line = { kind: 'place', name: '桂花苑 3 栋', where: '甲一街区 · 第一网格', area: grid }

  it('asks once after the typing, shows what was found and opens the card', async () => {
    cloud.mockResolvedValueOnce(answer({ found: [line] })).mockResolvedValueOnce(answer(card))
    render(<PlacePage />)
    const field = screen.getByRole('textbox', { name: /^搜小区/ })
    for (const value of ['桂', '桂花', '桂花苑']) fireEvent.change(field, { target: { value } })
    await act(() => jest.advanceTimersByTimeAsync(400))
    expect(actions()).toEqual(['area.search'])
    await press('桂花苑 3 栋，地方，甲一街区 · 第一网格')
    expect(actions()).toEqual(['area.search', 'area.card'])
    screen.getByText('陈志强 · 网格员')
    screen.getByRole('button', { name: '在这里反映' })
  })

  it('asks nothing for one character, nor twice for the same words', async () => {
    cloud.mockResolvedValue(answer({ found: [] }))
    render(<PlacePage />)
    await search('桂')
    screen.getByText('再多打一个字就能找。')
    await search('桂花')
    await search('桂花苑')
    await search('桂花')
    screen.getByText('没有找到')
    expect(actions()).toHaveLength(2)
  })

  it('says that there is no network and finds when it is asked again', async () => {
    cloud.mockRejectedValueOnce(new Offline('gone')).mockResolvedValueOnce(answer({ found: [line] }))
    render(<PlacePage />)
    await search('桂花苑')
    screen.getByText('网络不通')
    await press('再找一次')
    await act(() => jest.advanceTimersByTimeAsync(400))
    screen.getByRole('button', { name: /桂花苑 3 栋/ })
  })

  it('says to wait, and what else there is, to who searched too often', async () => {
    cloud.mockResolvedValue(refusal('tooMany', '您发得太快了'))
    render(<PlacePage />)
    await search('桂花苑')
    screen.getByText('找得太快了，请过几分钟再搜，也可以从名单里选。')
  })

  it('drops an answer that comes after other words were typed', async () => {
    let late = (_: unknown) => undefined as void
    cloud
      .mockReturnValueOnce(new Promise(resolve => (late = resolve)))
      .mockResolvedValueOnce(answer({ found: [line] }))
    render(<PlacePage />)
    await search('老榕树')
    await search('桂花苑')
    await act(async () => late(answer({ found: [] })))
    screen.getByRole('button', { name: /桂花苑 3 栋/ })
  })
})

describe('from the list', () => {
  it('walks from the street down to a grid, and also shows who there is on the way', async () => {
    const listed = (parent: object | undefined, areas: object[]) =>
      answer({ ...(parent && { parent }), trees: [], areas })
    const street = { id: 's-1', name: '样例街道', kind: 'street' }
    const community = { id: 'c-1', name: '甲社区', kind: 'community' }
    cloud
      .mockResolvedValueOnce(listed(undefined, [{ ...street, children: 1 }]))
      .mockResolvedValueOnce(listed(street, [{ ...community, children: 2 }]))
      .mockResolvedValueOnce(listed(community, [{ ...grid, children: 0 }]))
      .mockResolvedValueOnce(answer(card))
    render(<PlacePage />)
    await press('从名单里选')
    screen.getByText('样例街道里的哪一个？')
    screen.getByRole('button', { name: '看样例街道的工作人员' })
    await press('甲社区')
    screen.getByRole('button', { name: '回到甲社区' })
    await press('第一网格')
    screen.getByText('陈志强 · 网格员')
  })
})

describe('on the map', () => {
  const ring = [
    [114, 22],
    [115, 22],
    [115, 23],
    [114, 23],
    [114, 22],
  ]
  const mapped = answer({
    within: { id: 'c-1', name: '甲社区', kind: 'community' },
    areas: Array.from({ length: 9 }, (_, n) => ({
      id: `g-${n + 1}`,
      name: `第${n + 1}网格`,
      kind: 'grid',
      center: { lng: 114.5, lat: 22.5 },
      boundary: n ? [] : [[ring]],
    })),
  })

  it('has a list beside it that can be narrowed, and opens the card of what is chosen', async () => {
    setRouteParams({ near: 'g-1' })
    cloud.mockResolvedValueOnce(mapped).mockResolvedValueOnce(answer(card))
    render(<PlacePage />)
    await screen.findByRole('radio', { name: '第9网格' })
    fireEvent.change(screen.getByRole('textbox', { name: '在名单里找' }), { target: { value: '3' } })
    expect(screen.getAllByRole('radio')).toHaveLength(1)
    fireEvent.click(screen.getByRole('radio', { name: '第3网格' }))
    await press('就是第3网格')
    screen.getByText('陈志强 · 网格员')
    expect(actions()).toEqual(['area.map', 'area.card'])
  })

  it('shows where she is once she agrees, and chooses that grid', async () => {
    setRouteParams({ near: 'g-1' })
    cloud.mockResolvedValueOnce(mapped)
    jest.mocked(myPlace).mockResolvedValue({ point })
    render(<PlacePage />)
    await screen.findByRole('radio', { name: '第1网格' })
    await press('我在图上哪里')
    await press('可以，用我的位置')
    await screen.findByRole('button', { name: '就是第1网格' })
  })
})
