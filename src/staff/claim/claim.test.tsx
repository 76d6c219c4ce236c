import { act, fireEvent, render, screen } from '@testing-library/react'
import { callFunction } from '../../platform/call'
import ClaimPage from './index'

jest.mock('../../platform/call')

const cloud = jest.mocked(callFunction)
const claimed = {
  name: '周敏',
  posts: [{ post: '网格员', area: { id: 'g-2', name: '第二网格', kind: 'grid' } }],
  waiting: 2,
}
const answer = (data: unknown) => cloud.mockResolvedValue({ ok: true, now: Date.now(), data })
const refuse = (message: string) =>
  cloud.mockResolvedValue({ ok: false, now: Date.now(), error: { code: 'notFound', message, id: 'x' } })
const sent = () => cloud.mock.calls.map(([, event]) => (event as { input: object }).input)
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const write = (words: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: '绑定码' }), { target: { value: words } })
/** What the button for the phone number asks, in the browser's stand-in. */
const phone = jest.fn()

beforeEach(() => {
  jest.resetAllMocks()
  globalThis.fetch = phone
  phone.mockResolvedValue({ json: async () => ({ code: 'c0de' }) })
})

it('asks for the phone number only after a yes, and says what becomes of it', async () => {
  answer(claimed)
  render(<ClaimPage />)
  screen.getByText(/只用来和单位登记的号码对一次，对完就丢掉/)
  await press('用手机号绑定')
  expect(phone).not.toHaveBeenCalled()
  fireEvent.click(screen.getByRole('checkbox', { name: '同意用我的手机号核对一次' }))
  await press('用手机号绑定')
  expect(sent()).toMatchObject([{ by: 'phone', code: 'c0de' }])
  screen.getByText('绑定好了，周敏')
  screen.getByText('第二网格 · 网格员')
  screen.getByText(/有2件事在您名下等着办/)
  screen.getByRole('button', { name: '去我的待办' })
})

it('offers the code when there is no phone number, and says what the cloud refuses', async () => {
  phone.mockRejectedValue(new Error('deny'))
  render(<ClaimPage />)
  fireEvent.click(screen.getByRole('checkbox'))
  await press('用手机号绑定')
  screen.getByText(/没有拿到手机号/)
  expect(cloud).not.toHaveBeenCalled()
  phone.mockResolvedValue({ json: async () => ({ code: 'c0de' }) })
  refuse('这个手机号没有登记在工作人员名单里。')
  await press('用手机号绑定')
  screen.getByText('这个手机号没有登记在工作人员名单里。')
})

it('takes eight digits, however they are typed, and nothing shorter', async () => {
  refuse('这个绑定码不对。')
  render(<ClaimPage />)
  write('1234 567')
  await press('用绑定码绑定')
  screen.getByText('绑定码是 8 个数字，请再看看。')
  expect(cloud).not.toHaveBeenCalled()
  write('1234 ５６７８')
  await press('用绑定码绑定')
  expect(sent()).toMatchObject([{ by: 'code', code: '12345678' }])
  screen.getByText('这个绑定码不对。')
})
