import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { policyKinds, type PolicyDraftView } from '../../../contract/policy'
import { callFunction } from '../../platform/call'
import PoliciesPage from './index'

jest.mock('../../platform/call')
const cloud = jest.mocked(callFunction)

const by = { name: '刘洋', post: '街道值班员' }
const at = Date.now()
const draft: PolicyDraftView = {
  ...{ id: 'd-one', version: 1, kind: 'tiers', basedOn: 'tiers:1', note: '换个叫法', at, by, findings: [] },
}
const kinds = policyKinds.map(kind => ({
  kind,
  active: kind === 'tiers' ? 'tiers:3' : `${kind}:1`,
  versions: [
    ...(kind === 'tiers' ? [{ id: 'tiers:3', at, by, note: '急事另外标' }, { id: 'tiers:2' }] : []),
    { id: `${kind}:1` },
  ],
}))
const ok = (data: object) => ({ ok: true, now: Date.now(), data })
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const open = async (data: object = { kinds, drafts: [draft] }) => {
  cloud.mockResolvedValueOnce(ok(data))
  await act(async () => void render(<PoliciesPage />))
}

beforeEach(() => jest.resetAllMocks())

it('says of each kind what is in force, since when and by whom', async () => {
  await open()
  for (const name of ['分级规则', '级别叫法', '办理期限', '工作日历']) screen.getByRole('heading', { name })
  screen.getByText(/现在用的是第 3 版，刘洋（街道值班员） 今天 .* 发布/)
  expect(screen.getAllByText('现在用的是第 1 版，产品自带')).toHaveLength(3)
  expect(screen.queryByRole('status')).toBeNull()
})

it('warns that the calendar lacks a year that deadlines reach into', async () => {
  await open({ kinds, drafts: [], missingYear: 2027 })
  screen.getByText('工作日历里没有 2027 年')
  screen.getByText('没有草稿')
})

it('goes back to an earlier version by a draft of it', async () => {
  await open()
  await press('级别叫法的其他版本，2个')
  cloud.mockResolvedValueOnce(ok({ draft }))
  await press('级别叫法回到第 2 版')
  expect(cloud.mock.calls[1]?.[1]).toMatchObject({
    action: 'policy.saveDraft',
    input: { kind: 'tiers', from: 'tiers:2', note: '回到第 2 版' },
  })
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/staff/policyDraft/index?id=d-one' })
})

it('opens a draft, a form, and the report of corrections', async () => {
  await open()
  await press('级别叫法：换个叫法，还没试算')
  await press('改一改办理期限')
  await press('看看人工改过哪些级别和类别')
  expect(jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)).toEqual([
    '/staff/policyDraft/index?id=d-one',
    '/staff/policyEdit/index?from=deadline:1',
    '/staff/corrections/index',
  ])
})

it('shows nothing to somebody whom it does not concern', async () => {
  cloud.mockResolvedValueOnce({
    ok: false,
    now: at,
    error: { code: 'notFound', message: '没有找到。可能已经撤下，或者不归您看。', id: 'x' },
  })
  await act(async () => void render(<PoliciesPage />))
  screen.getByText(/没有找到/)
  expect(screen.queryByRole('heading')).toBeNull()
})
