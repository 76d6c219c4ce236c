import { act, fireEvent, render, screen } from '@testing-library/react'
import { callFunction } from '../../platform/call'
import CorrectionsPage from './index'

jest.mock('../../platform/call')
const cloud = jest.mocked(callFunction)

const tierWords = [
  { tier: 'B', words: 'B 网格办' },
  { tier: 'C', words: 'C 街区联办' },
]
const report = {
  ...{ from: Date.UTC(2026, 7, 27, 4), corrections: 5, decided: 60, tierWords },
  tiers: [{ from: 'B', to: 'C', times: 4 }],
  categories: [{ from: 'estate', to: 'water', times: 2 }],
  rules: [
    {
      rule: 'b.lamp',
      because: '您说到“{words}”，换灯这样的小事，网格员就能办好。',
      corrections: 4,
      share: 0.25,
      confusion: [{ from: 'B', to: 'C', times: 4 }],
      reasons: ['要和物业一起', '整栋都不亮', '要换线', '电工才行'],
      toReview: true,
    },
    { rule: 'model', corrections: 1, confusion: [], reasons: ['不是小区的'], toReview: false },
  ],
}
const open = async (data: object) => {
  cloud.mockResolvedValueOnce({ ok: true, now: Date.now(), data })
  await act(async () => void render(<CorrectionsPage />))
}

beforeEach(() => jest.resetAllMocks())

it('says what people corrected, from where to where, and which rule to look at with their reasons', async () => {
  await open(report)
  screen.getByText('8月27日以来，规则定了 60 件，人工改了 5 件。')
  expect(screen.getAllByText('B 网格办 → C 街区联办')).toHaveLength(2)
  screen.getByText('小区管理 → 水务管理')
  screen.getByRole('heading', { name: '您说到“……”，换灯这样的小事，网格员就能办好。' })
  screen.getByText('改了 4 次，占它定的 25%')
  expect(screen.getAllByText('该看看了')).toHaveLength(1)
  screen.getByRole('heading', { name: '没有规则管，机器自己判的' })
  expect(screen.queryByText('“电工才行”')).toBeNull()
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: '看全部 4 种理由' })))
  screen.getByText('“电工才行”')
})

it('says so when nobody corrected anything', async () => {
  await open({ ...report, corrections: 0, tiers: [], categories: [], rules: [] })
  screen.getByText('没有人改过')
})
