import { act, fireEvent, render, screen } from '@testing-library/react'
import { emptyStorage } from '../../../tests/support/phoneStorage'
import { setRouteParams } from '../../../tests/support/taro'
import { agreeToPlace, placeConsent } from '../../household/consent'
import { remembered, rememberHome } from '../../household/remembered'
import { callFunction } from '../../platform/call'
import { pickOnOurMap } from '../../platform/place/pickOnOurMap'
import HouseholdPage from './index'

jest.mock('../../platform/call')
jest.mock('../../platform/place/pickOnOurMap')

const cloud = jest.mocked(callFunction)

beforeEach(() => {
  jest.resetAllMocks()
  emptyStorage()
  setRouteParams({})
})

const grid = { id: 'g-1', name: '第一网格', kind: 'grid' }
const home = { id: 'home', label: '我家', grid, building: '桂花苑3栋' }
const mum = { id: 'f-1', label: '妈妈家', grid }
const answer = (...places: object[]) => ({ ok: true, now: Date.now(), data: { places } })

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const inputOf = (n: number) => (cloud.mock.calls[n]?.[1] as { input: object }).input

it('shows what is kept, a building at most, and keeps it on the phone for the next report', async () => {
  cloud.mockResolvedValueOnce(answer(home))
  cloud.mockResolvedValueOnce(answer(home, mum))
  jest.mocked(pickOnOurMap).mockResolvedValue({ gridId: 'g-1', gridName: '第一网格', address: '桂花苑 3 栋' })
  render(<HouseholdPage />)
  await screen.findByText('桂花苑3栋 · 第一网格')
  await press('记一个家人的地方')
  fireEvent.change(screen.getByRole('textbox', { name: '谁家？也可以自己写' }), {
    target: { value: '妈妈家' },
  })
  await press('选在哪里')
  await press('记下来')
  expect(inputOf(1)).toMatchObject({ label: '妈妈家', gridId: 'g-1', building: '桂花苑 3 栋' })
  await screen.findByText('妈妈家')
  expect(remembered().places?.map(({ label }) => label)).toEqual(['我家', '妈妈家'])
})

it('says at the name that it is taken', async () => {
  setRouteParams({ gridId: 'g-1', grid: '第一网格' })
  cloud.mockResolvedValueOnce(answer(mum)).mockResolvedValueOnce({
    ok: false,
    now: Date.now(),
    error: { code: 'invalid', field: 'label', message: '已经有“妈妈家”了，请换个叫法。', id: 'x' },
  })
  render(<HouseholdPage />)
  await screen.findByText('妈妈家')
  fireEvent.change(screen.getByRole('textbox', { name: '谁家？也可以自己写' }), {
    target: { value: '妈妈家' },
  })
  await press('记下来')
  await screen.findByText('已经有“妈妈家”了，请换个叫法。')
})

it('forgets a place after asking once more, and then so does the phone', async () => {
  rememberHome({ home: { grid, path: [grid] }, places: [home] })
  cloud.mockResolvedValueOnce(answer(home)).mockResolvedValueOnce(answer())
  render(<HouseholdPage />)
  await screen.findByText('桂花苑3栋 · 第一网格')
  await press('去掉我家')
  expect(cloud).toHaveBeenCalledTimes(1)
  await press('确定去掉我家')
  expect(inputOf(1)).toMatchObject({ placeId: 'home' })
  await screen.findByRole('button', { name: '记下我家' })
  expect(remembered().home).toBeUndefined()
})

it('says so when a grid is gone, and that no more can be kept', async () => {
  const five = Array.from({ length: 5 }, (_, n) => ({ id: `f-${n}`, label: `家人${n}`, ...(n && { grid }) }))
  cloud.mockResolvedValueOnce(answer(...five))
  render(<HouseholdPage />)
  await screen.findByText('这里的网格划过了，请重新选一下。')
  screen.getByText(/家人的地方最多记 5 个/)
  expect(screen.queryByRole('button', { name: '记一个家人的地方' })).toBeNull()
})

it('lets her take back that her location may be used', async () => {
  agreeToPlace(Date.now())
  cloud.mockResolvedValueOnce(answer())
  render(<HouseholdPage />)
  await screen.findByRole('button', { name: '以后不用我的位置' })
  await press('以后不用我的位置')
  screen.getByText('没有用您的位置。要用时会先问您。')
  expect(placeConsent()).toBeUndefined()
})
