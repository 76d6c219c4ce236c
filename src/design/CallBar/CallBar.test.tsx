import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { emptyStorage } from '../../../tests/support/phoneStorage'
import { rememberHome } from '../../household/remembered'
import { callFunction } from '../../platform/call'
import { Offline } from '../../platform/offline'
import { dial } from '../../platform/phone'
import { CallBar } from './CallBar'

jest.mock('../../platform/call')
jest.mock('../../platform/phone')

const cloud = jest.mocked(callFunction)

beforeEach(() => {
  jest.resetAllMocks()
  emptyStorage()
})

const grid = { id: 'g-1', name: '第一网格', kind: 'grid' }
const officer = {
  id: 'o-1',
  name: '陈志强',
  post: '网格员',
  onDuty: true,
  dutyChangesAt: Date.now() + 60_000,
  hours: '每天',
  workPhone: '0755-1',
}
const home = { grid, path: [grid], officer, dutyPhone: '0755-9' }
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))

it('rings the grid member of the home the phone remembers, without asking the cloud', async () => {
  rememberHome({ home })
  render(<CallBar />)
  await press('打电话给陈志强')
  expect(dial).toHaveBeenCalledWith('0755-1')
  expect(cloud).not.toHaveBeenCalled()
})

it('rings the duty phone once the hours that the phone remembers are over', async () => {
  rememberHome({ home: { ...home, officer: { ...officer, dutyChangesAt: Date.now() - 1 } } })
  render(<CallBar />)
  await press('打电话给值班的人')
  expect(dial).toHaveBeenCalledWith('0755-9')
})

it('asks for the number when it is pressed, for somebody whom a link led past the first screen', async () => {
  cloud.mockResolvedValue({ ok: true, now: Date.now(), data: { home, places: [], dutyPhone: '0755-8' } })
  render(<CallBar />)
  await press('打电话给网格员')
  expect(dial).toHaveBeenCalledWith('0755-1')
})

it.each([
  [
    'without a home and a street',
    () => cloud.mockResolvedValue({ ok: true, now: Date.now(), data: { places: [] } }),
  ],
  ['without a network', () => cloud.mockRejectedValue(new Offline('gone'))],
])('leads to the page that finds people %s', async (_, given) => {
  given()
  render(<CallBar />)
  await press('打电话给网格员')
  expect(dial).not.toHaveBeenCalled()
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/place/index' })
})
