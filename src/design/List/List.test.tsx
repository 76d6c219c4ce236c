import { act, fireEvent, render, screen } from '@testing-library/react'
import { CloudError } from '../../cloud/CloudError'
import { type From, useList } from '../../cloud/useList'
import { List } from './List'

interface Page {
  lines: string[]
  next?: string
}
const page = jest.fn<Promise<Page>, [From]>()
beforeEach(() => page.mockReset())

const Shown = () => {
  const list = useList(page)
  return (
    <>
      <List list={list} line={line => <p key={line}>{line}</p>} empty={{ title: '还没有反映过' }} />
      <button onClick={() => void list.reload()}>刷新</button>
    </>
  )
}

const open = () => act(async () => void render(<Shown />))
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const lines = () => screen.queryAllByRole('paragraph').map(({ textContent }) => textContent)

const pages: Record<string, Page> = {
  '': { lines: ['灯坏了', '门坏了'], next: 'b' },
  b: { lines: ['路不平'], next: 'c' },
  c: { lines: ['树倒了'] },
}
const whole = async ({ cursor = '' }: From): Promise<Page> => pages[cursor] as Page

it('goes on where it ended, as long as there is more', async () => {
  page.mockImplementation(whole)
  await open()
  expect(lines()).toEqual(['灯坏了', '门坏了'])
  await press('再看更多')
  await press('再看更多')
  expect(lines()).toEqual(['灯坏了', '门坏了', '路不平', '树倒了'])
  expect(page.mock.calls).toEqual([[{}], [{ cursor: 'b' }], [{ cursor: 'c' }]])
  expect(screen.queryByRole('button', { name: '再看更多' })).toBeNull()
})

it('keeps what is there when the rest does not come, says why, and goes on when asked again', async () => {
  page.mockImplementation(whole)
  await open()
  page.mockRejectedValueOnce(new CloudError('offline', '网络不通'))
  await press('再看更多')
  expect(lines()).toEqual(['灯坏了', '门坏了'])
  expect(screen.getByText('网络不通')).toBeTruthy()
  await press('再看更多')
  expect(lines()).toEqual(['灯坏了', '门坏了', '路不平'])
  expect(screen.queryByText('网络不通')).toBeNull()
})

it('asks for the next page once, however often it is pressed', async () => {
  page.mockImplementation(whole)
  await open()
  const more = screen.getByRole('button', { name: '再看更多' })
  await act(async () => {
    fireEvent.click(more)
    fireEvent.click(more)
  })
  expect(lines()).toEqual(['灯坏了', '门坏了', '路不平'])
  expect(page).toHaveBeenCalledTimes(2)
})

it('begins anew with the first page: lines move between pages', async () => {
  page.mockImplementation(whole)
  await open()
  await press('再看更多')
  page.mockResolvedValueOnce({ lines: ['水管漏了', '灯坏了'], next: 'b2' })
  await press('刷新')
  expect(lines()).toEqual(['水管漏了', '灯坏了'])
  page.mockResolvedValueOnce({ lines: ['门坏了'] })
  await press('再看更多')
  expect(page).toHaveBeenLastCalledWith({ cursor: 'b2' })
  expect(lines()).toEqual(['水管漏了', '灯坏了', '门坏了'])
})

it('says so when there is nothing', async () => {
  page.mockResolvedValue({ lines: [] })
  await open()
  expect(screen.getByText('还没有反映过')).toBeTruthy()
})
