import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { callFunction } from '../../platform/call'
import { Offline } from '../../platform/offline'
import { choosePhotos } from '../../platform/photo'
import { uploadFile } from '../../platform/upload'
import ReportPage from './index'

jest.mock('../../platform/call')
jest.mock('../../platform/upload')
jest.mock('../../platform/photo')

const cloud = jest.mocked(callFunction)
const stored = new Map<string, unknown>()

beforeEach(() => {
  jest.resetAllMocks()
  stored.clear()
  // What the phone remembers, as WeChat keeps it.
  const storage = Taro as unknown as Record<string, jest.Mock>
  storage.getStorageSync?.mockImplementation((key: string) => stored.get(key) ?? '')
  storage.setStorageSync?.mockImplementation((key: string, value: unknown) => void stored.set(key, value))
  storage.removeStorageSync?.mockImplementation((key: string) => void stored.delete(key))
})

const received = {
  ok: true,
  now: Date.now(),
  data: {
    request: {
      id: 'r-1',
      no: '261123-ABCDEF',
      tier: 'B',
      label: { words: '网格员来办', urgent: false },
      reasons: ['换灯这样的小事，网格员就能办好。'],
      turn: { who: 'officer', dueAt: Date.now() + 3_600_000 },
      emergencyLines: [],
      handler: { id: 'o', name: '陈志强', post: '网格员', onDuty: true, hours: '每天' },
    },
  },
}

const write = (words: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: '什么事？一句话就行' }), { target: { value: words } })
const send = () => act(async () => void fireEvent.click(screen.getByRole('button', { name: '发送' })))
const sentTokens = () =>
  cloud.mock.calls.map(([, event]) => (event as { input: { token: string } }).input.token)

it('is told the number, how, why, who and by when', async () => {
  cloud.mockResolvedValue(received)
  render(<ReportPage />)
  write('三单元楼道的灯坏了')
  await send()
  await screen.findByText(/261123-ABCDEF/)
  screen.getByText('网格员来办')
  screen.getByText('换灯这样的小事，网格员就能办好。')
  screen.getByText(/陈志强/)
  expect(stored.get('/reportDraft')).toBeUndefined()
})

it('shows the numbers to call as soon as it sounds like danger, and sends nothing', () => {
  render(<ReportPage />)
  write('厨房有煤气味')
  screen.getByRole('button', { name: '打119，火警救援' })
  expect(cloud).not.toHaveBeenCalled()
})

it('says at the field what is missing, before anything is sent', async () => {
  render(<ReportPage />)
  write('灯')
  await send()
  expect((await screen.findAllByText('请再多说几个字，至少 5 个字。')).length).toBeGreaterThan(0)
  expect(cloud).not.toHaveBeenCalled()
})

it('keeps everything when there is no network, and sends the same report when there is', async () => {
  cloud.mockRejectedValueOnce(new Offline('gone')).mockResolvedValueOnce(received)
  const { unmount } = render(<ReportPage />)
  write('三单元楼道的灯坏了')
  await send()
  await screen.findByText(/网络不通/)
  // She closes the app and opens it again.
  unmount()
  render(<ReportPage />)
  expect(screen.getByRole('textbox', { name: '什么事？一句话就行' })).toHaveProperty(
    'value',
    '三单元楼道的灯坏了',
  )
  await send()
  await screen.findByText(/261123-ABCDEF/)
  const [first, second] = sentTokens()
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(second).toBe(first)
})

it('sends once, however often the button is pressed', async () => {
  let answer = (_: unknown) => undefined as void
  cloud.mockReturnValue(new Promise(resolve => (answer = resolve)))
  render(<ReportPage />)
  write('三单元楼道的灯坏了')
  await send()
  screen.getByText('请稍等…')
  fireEvent.click(screen.getByText('请稍等…'))
  await waitFor(() => expect(cloud).toHaveBeenCalledTimes(1))
  await act(async () => answer(received))
  await screen.findByText(/261123-ABCDEF/)
  expect(cloud).toHaveBeenCalledTimes(1)
})

it('does not send again a picture that got through', async () => {
  jest.mocked(choosePhotos).mockResolvedValue([
    { path: 'a', extension: 'jpg' },
    { path: 'b', extension: 'jpg' },
  ])
  const upload = jest.mocked(uploadFile)
  const id = `cloud://e.b/inbox/${'0'.repeat(32)}/0.jpg`
  upload
    .mockResolvedValueOnce(id)
    .mockRejectedValueOnce(new Offline('gone'))
    .mockResolvedValueOnce(id.replace('/0.jpg', '/1.jpg'))
  cloud.mockResolvedValue(received)
  render(<ReportPage />)
  write('三单元楼道的灯坏了')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '拍照片或选照片' })))
  await send()
  await screen.findByText(/照片没有传上去/)
  expect(cloud).not.toHaveBeenCalled()
  await send()
  await screen.findByText(/261123-ABCDEF/)
  expect(upload.mock.calls.map(([, path]) => path)).toEqual(['a', 'b', 'b'])
})

it('says what the cloud says, and keeps what was written', async () => {
  cloud.mockResolvedValue({
    ok: false,
    now: Date.now(),
    error: { code: 'tooMany', message: '您发得太快了', id: 'x' },
  })
  render(<ReportPage />)
  write('三单元楼道的灯坏了')
  await send()
  await screen.findByText('您发得太快了')
  expect(screen.getByRole('textbox', { name: '什么事？一句话就行' })).toHaveProperty(
    'value',
    '三单元楼道的灯坏了',
  )
})
