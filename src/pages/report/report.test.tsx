import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { emptyStorage, stored } from '../../../tests/support/phoneStorage'
import { rememberHome } from '../../household/remembered'
import { callFunction } from '../../platform/call'
import { Offline } from '../../platform/offline'
import { choosePhotos } from '../../platform/photo'
import { uploadFile } from '../../platform/upload'
import ReportPage from './index'
import { recordAt } from './recordAt'

jest.mock('../../platform/call')
jest.mock('../../platform/upload')
jest.mock('../../platform/photo')

/** What the cloud answers to a report; that nothing like it is known yet is answered beside. */
const cloud = jest.fn()
/** What it answers to the question what neighbours have reported. */
const similar = jest.fn()
/** What it answers to 我也遇到. */
const join = jest.fn()
const answers: Record<string, jest.Mock> = { 'request.similar': similar, 'request.join': join }

beforeEach(() => {
  jest.resetAllMocks()
  jest
    .mocked(callFunction)
    .mockImplementation((name, event) =>
      (answers[(event as { action: string }).action] ?? cloud)(name, event),
    )
  similar.mockResolvedValue({ ok: true, now: Date.now(), data: { lines: [] } })
  emptyStorage()
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

const lift = {
  id: 'r-lift',
  what: '电梯',
  place: '甲片 6栋',
  createdAt: Date.now() - 7_200_000,
  status: 'accepted',
  households: 3,
  mine: false,
  reasons: ['说的是同样的事', '离您 50 米内'],
}
const known = (...lines: object[]) =>
  similar.mockResolvedValueOnce({ ok: true, now: Date.now(), data: { lines } })
const redirected = () => jest.mocked(Taro.redirectTo).mock.calls.map(([{ url }]) => url)

it('joins what a neighbour has reported instead of sending, in one touch', async () => {
  known(lift)
  join.mockResolvedValue({ ok: true, now: Date.now(), data: { followed: {} } })
  render(<ReportPage />)
  write('电梯坏了两天')
  await send()
  screen.getByText('邻居好像已经反映了')
  screen.getByText('电梯 · 甲片 6栋')
  screen.getByText('3 户遇到')
  screen.getByText(/离您 50 米内/)
  await act(
    async () => void fireEvent.click(screen.getByRole('button', { name: '我也遇到：电梯，甲片 6栋' })),
  )
  expect(join.mock.calls[0]?.[1]).toMatchObject({ input: { id: 'r-lift' } })
  expect(cloud).not.toHaveBeenCalled()
  expect(redirected()).toEqual(['/pages/joined/index?id=r-lift'])
  expect(stored.get('/reportDraft')).toBeUndefined()
})

it('sends what is not the same, and does not ask again', async () => {
  known(lift)
  cloud.mockResolvedValueOnce({
    ok: false,
    now: Date.now(),
    error: { code: 'internal', message: '坏了', id: 'x' },
  })
  render(<ReportPage />)
  write('电梯里太脏了')
  await send()
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '不是同一件，继续上报' })))
  await screen.findByText('坏了')
  cloud.mockResolvedValueOnce(received)
  await send()
  await screen.findByText(/261123-ABCDEF/)
  expect(similar).toHaveBeenCalledTimes(1)
})

it('says why joining did not work, and keeps what was written', async () => {
  known(lift)
  join.mockResolvedValue({
    ok: false,
    now: Date.now(),
    error: { code: 'wrongState', message: '这件事已经说办好了。', id: 'x' },
  })
  render(<ReportPage />)
  write('电梯坏了两天')
  await send()
  await act(
    async () => void fireEvent.click(screen.getByRole('button', { name: '我也遇到：电梯，甲片 6栋' })),
  )
  screen.getByText('这件事已经说办好了。')
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '回去改一改' })))
  expect(screen.getByRole('textbox', { name: '什么事？一句话就行' })).toHaveProperty('value', '电梯坏了两天')
})

it('does not hold up a report when the question cannot be answered', async () => {
  similar.mockRejectedValue(new Offline('gone'))
  cloud.mockResolvedValue(received)
  render(<ReportPage />)
  write('电梯坏了两天')
  await send()
  await screen.findByText(/261123-ABCDEF/)
})

it('sends danger at once and offers to join afterwards', async () => {
  known(lift)
  cloud.mockResolvedValue({
    ...received,
    data: { request: { ...received.data.request, tier: 'A', emergencyLines: ['119'] } },
  })
  render(<ReportPage />)
  write('厨房有煤气味')
  await send()
  await screen.findByText(/261123-ABCDEF/)
  screen.getByText('邻居也报了')
  screen.getByRole('button', { name: '我也遇到：电梯，甲片 6栋' })
  expect(similar.mock.calls).toHaveLength(1)
  expect(similar.mock.calls[0]?.[1]).toMatchObject({ input: { sent: true } })
})

it('can be about the place of somebody of the family, and says where that is', async () => {
  const grid = { id: 'g-2', name: '第二网格', kind: 'grid' }
  rememberHome({ places: [{ id: 'f-1', label: '妈妈家', grid, building: '桂花苑3栋' }] })
  cloud.mockResolvedValue(received)
  render(<ReportPage />)
  fireEvent.click(screen.getByRole('radio', { name: '妈妈家' }))
  expect(screen.getByRole('textbox', { name: '在哪里？' })).toHaveProperty('value', '桂花苑3栋')
  write('楼道的灯坏了')
  await send()
  await screen.findByText(/261123-ABCDEF/)
  expect(cloud.mock.calls[0]?.[1]).toMatchObject({
    input: { place: { gridId: 'g-2', address: '桂花苑3栋' } },
  })
})

describe('an officer who brings it for another', () => {
  const grid = { id: 'g-1', name: '第一网格', kind: 'grid' }
  const choose = (name: string) => act(async () => void fireEvent.click(screen.getByRole('radio', { name })))
  const type = (name: string, value: string) =>
    fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
  /** At the top and at its field. */
  const shows = (words: string) => expect(screen.getAllByText(words)).toHaveLength(2)
  const sent = () => (cloud.mock.calls.at(-1)?.[1] as { input: object }).input

  it('finds a round chosen and their grid as the place, and is not asked what neighbours have reported', async () => {
    cloud.mockResolvedValue(received)
    recordAt(grid)
    render(<ReportPage />)
    expect(screen.getByRole('radio', { name: '巡查发现' }).getAttribute('aria-checked')).toBe('true')
    write('楼道的灯坏了两盏')
    await send()
    await screen.findByText(/261123-ABCDEF/)
    expect(sent()).toMatchObject({ source: 'patrol', place: { gridId: 'g-1' } })
    expect(similar).not.toHaveBeenCalled()
  })

  it('gives the number of the hotline and the day it wants it done, and hears which of them is wrong', async () => {
    recordAt(grid)
    render(<ReportPage />)
    write('楼道的灯坏了两盏')
    await choose('热线转办')
    await send()
    shows('工单号只有数字、字母和短横，4 到 40 位，请照着工单再填一次。')
    type('12345 工单号', 'GD-20261125-0071')
    type('工单要求哪天办好？没写就空着', '2-30')
    await send()
    shows('没有这一天，请写成 12-3 这样；工单没写就空着。')
    expect(cloud).not.toHaveBeenCalled()
    type('工单要求哪天办好？没写就空着', '12-3')
    cloud.mockResolvedValueOnce({
      ok: false,
      now: Date.now(),
      error: { code: 'invalid', field: 'external.number', message: '这个工单号已经登记过了', id: 'x' },
    })
    await send()
    shows('这个工单号已经登记过了')
    expect(sent()).toMatchObject({
      source: 'hotline',
      external: { system: '12345', number: 'GD-20261125-0071', due: expect.any(Number) },
    })
  })

  it('may say that it is their own after all', async () => {
    rememberHome({ home: { grid, path: [] } as never })
    cloud.mockResolvedValue(received)
    recordAt({ ...grid, kind: 'block' })
    render(<ReportPage />)
    write('楼道的灯坏了两盏')
    await choose('我自己反映')
    await send()
    await screen.findByText(/261123-ABCDEF/)
    expect(sent()).not.toHaveProperty('source')
    expect(sent()).toMatchObject({ place: { gridId: 'g-1' } })
  })
})

it('asks for a picture where the words leave it open, and says that it need not be', async () => {
  const say = '说得还不太细。方便的话补一张照片，来的人看得更明白；不补也照样办。'
  cloud.mockResolvedValue({
    ...received,
    data: { request: { ...received.data.request, notes: [say] } },
  })
  render(<ReportPage />)
  write('楼下那里坏了一块')
  await send()
  await screen.findByText(say)
})
