import { act, fireEvent, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import calendar from '../../../domain/policy/calendar.json'
import deadline from '../../../domain/policy/deadline.json'
import tiers from '../../../domain/policy/tiers.json'
import type { DeadlinePolicy } from '../../../domain/deadline/deadlinePolicy'
import tiersByLevel from '../../../domain/policy/tiersByLevel.json'
import triage from '../../../domain/policy/triage.json'
import { setRouteParams } from '../../../tests/support/taro'
import { callFunction } from '../../platform/call'
import PolicyEditPage from './index'

jest.mock('../../platform/call')
const cloud = jest.mocked(callFunction)

const tierWords = (['A', 'B', 'C', 'D'] as const).map(tier => ({ tier, words: tiers.words[tier].staff }))
const bodies = {
  'tiers:1': tiers,
  'tiers:2': tiersByLevel,
  'deadline:1': deadline,
  'calendar:1': calendar,
  'triage:1': triage,
}
const answer = (id: keyof typeof bodies) => ({
  ok: true,
  now: Date.now(),
  data: { id, kind: id.split(':')[0], body: JSON.stringify(bodies[id]), tierWords },
})
const saved = { ok: true, now: Date.now(), data: { draft: { id: 'd-new' } } }
const press = (name: string | RegExp, role: 'button' | 'radio' | 'checkbox' = 'button') =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })))
const tell = (group: string, name: string) =>
  act(
    async () =>
      void fireEvent.click(
        within(screen.getByRole('group', { name: group })).getByRole('checkbox', { name }),
      ),
  )
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } })
const open = async (id: keyof typeof bodies) => {
  setRouteParams({ from: id })
  cloud.mockResolvedValueOnce(answer(id))
  await act(async () => void render(<PolicyEditPage />))
}
const save = async (reply: object = saved) => {
  type('改了什么，为什么改', '街道开会定的')
  cloud.mockResolvedValueOnce(reply)
  await press('存成草稿')
}
/** What was sent last, its body read. */
const sent = <T,>() => {
  const { action, input } = cloud.mock.calls.at(-1)?.[1] as {
    action: string
    input: { body: string; note: string }
  }
  expect(action).toBe('policy.saveDraft')
  return { ...input, body: JSON.parse(input.body) as T }
}

beforeEach(() => jest.resetAllMocks())

describe('the letters', () => {
  it('are renamed for residents and staff, where they stand for the way of handling too', async () => {
    await open('tiers:1')
    type('级别 B，居民看到', '网格上门办')
    await save()
    const { body, note } = sent<typeof tiers>()
    expect(note).toBe('街道开会定的')
    expect(body).toEqual({
      ...tiers,
      letters: { ...tiers.letters, B: { ...tiers.letters.B, resident: '网格上门办' } },
      words: { ...tiers.words, B: { ...tiers.words.B, resident: '网格上门办' } },
    })
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/staff/policyDraft/index?id=d-new' })
  })

  it('are chosen from the two that ship', async () => {
    await open('tiers:1')
    cloud.mockResolvedValueOnce(answer('tiers:2'))
    await press(/按谁牵头分级/, 'radio')
    type('办法 A，工作人员看到', '加急')
    await save()
    expect(sent().body).toEqual({
      ...tiersByLevel,
      words: { ...tiersByLevel.words, A: { ...tiersByLevel.words.A, staff: '加急' } },
    })
  })
})

describe('the deadlines', () => {
  it('are changed one clock at a time, and warnings keep their place', async () => {
    await open('deadline:1')
    await press('B 网格办多久办好：3 个工作日，改')
    type('B 网格办多久办好，数目', '36')
    await press('小时', 'radio')
    await press('B 网格办多久办好好了')
    screen.getByRole('button', { name: 'B 网格办多久办好：36 小时，改' })
    await save()
    const { tiers: of } = sent<typeof deadline>().body
    expect(of.B.resolve).toEqual({ ...deadline.tiers.B.resolve, length: { minutes: 36 * 60 } })
    expect({ ...of, B: deadline.tiers.B }).toEqual(deadline.tiers)
  })

  it('of progress, danger and confirmation too, with who is told when', async () => {
    await open('deadline:1')
    await press('A 急事多久到现场：2 小时，改')
    type('A 急事多久到现场，数目', '1')
    type('A 急事多久到现场，第 2 次提醒，走到百分之几（过期后写大于 100）', '70')
    await tell('A 急事多久到现场，第 2 次提醒，提醒谁', '街区负责人')
    await press('只给工作人员看，不向居民承诺', 'checkbox')
    await press('A 急事多久到现场好了')
    await press('C 街区联办多久说一次进展：3 天，改')
    await press('C 街区联办多久说一次进展，加一次提醒')
    await press('去掉C 街区联办多久说一次进展，第 2 次提醒')
    await press('B 网格办多久说一次进展：没有，加上')
    await save()
    const { tiers: of } = sent<typeof deadline>().body
    const { staffOnly: _, ...onSite } = deadline.tiers.A.onSite
    expect(of.A).toEqual({
      ...deadline.tiers.A,
      onSite: {
        ...onSite,
        length: { minutes: 60 },
        steps: onSite.steps.map(step =>
          step.share === 0.8 ? { share: 0.7, tell: ['handler', 'backup', 'street'] } : step,
        ),
      },
    })
    expect(of.C.progress.steps).toEqual([
      { share: 0.5, tell: ['handler'] },
      { share: 1, tell: ['handler'] },
    ])
    expect(of.B).toMatchObject({ progress: { length: { days: 3 } } })
  })

  it('say how often they may be extended, wait for the resident and be set aside', async () => {
    await open('deadline:1')
    await press('C 街区联办延期：1 次，每次 5 天，改')
    type('C 街区联办延期，最多几次', '2')
    type('C 街区联办每次延期，数目', '4')
    await press('延期要由别人批准', 'checkbox')
    await press('C 街区联办延期好了')
    await press('C 街区联办等居民补充：2 次，每次等 3 天，改')
    type('C 街区联办等居民补充，最多几次', '1')
    await press('C 街区联办等居民补充好了')
    await press('C 街区联办挂账：没有，加上')
    await press('先延过期才能挂账', 'checkbox')
    await press('D 统筹办挂账：每 30 天再看一次，改')
    await press('去掉D 统筹办挂账')
    await press('居民对级别的意见多久答复：1 个工作日，改')
    type('居民对级别的意见多久答复，数目', '2')
    await save()
    const { tiers: of, objection } = sent<DeadlinePolicy>().body
    expect(of.C.extension).toEqual({ times: 2, length: { days: 4 } })
    expect(of.C.pause).toEqual({ ...deadline.tiers.C.pause, times: 1 })
    expect(of.C.suspension).toMatchObject({ review: { length: { days: 30 } } })
    expect(of.C.suspension).not.toHaveProperty('afterExtension')
    expect(of.D).not.toHaveProperty('suspension')
    expect(objection).toEqual({ ...deadline.objection, length: { workingDays: 2 } })
  })

  it('offer the clocks of danger to danger alone', async () => {
    await open('deadline:1')
    expect(screen.getAllByRole('button', { name: /多久控制住险情/ })).toHaveLength(1)
    expect(screen.queryByRole('button', { name: /^A 急事(延期|等居民补充|挂账)/ })).toBeNull()
    expect(screen.getAllByRole('button', { name: /^B 网格办(延期|等居民补充|挂账)/ })).toHaveLength(3)
  })

  it('show the row that the cloud does not take', async () => {
    await open('deadline:1')
    await save({
      ok: false,
      now: Date.now(),
      error: {
        code: 'invalid',
        message: '“街区联办 › 回话 › 时长”没有填。请改好再存。',
        field: 'body.tiers.C.reply.length',
        id: 'x',
      },
    })
    screen.getByText('没有存')
    const row = screen.getByRole('group', { name: 'C 街区联办多久回话' })
    within(row).getByText('“街区联办 › 回话 › 时长”没有填。请改好再存。')
    within(row).getByRole('textbox', { name: 'C 街区联办多久回话，数目' })
    expect(screen.queryByRole('textbox', { name: 'B 网格办多久回话，数目' })).toBeNull()
  })
})

describe('the calendar', () => {
  const openCalendar = async () => {
    setRouteParams({ from: 'calendar:1' })
    cloud.mockImplementation(async (_, event) =>
      (event as { action: string }).action === 'area.list'
        ? { ok: true, now: Date.now(), data: { trees: [], areas: [{ id: 's-1', name: '样例街道' }] } }
        : answer('calendar:1'),
    )
    await act(async () => void render(<PolicyEditPage />))
  }

  it('takes a new year as it stands in the notice', async () => {
    await openCalendar()
    await press('2027 年：加上这一年')
    type('2027 年放假的日子', '13-01')
    await press('记下 2027 年')
    screen.getByText(/请写成 .* 这样，2027 年有的日子。/)
    type('2027 年放假的日子', '1月1日 10月1日至3日')
    type('2027 年周末补班的日子', '9-26')
    await press('记下 2027 年')
    screen.getByRole('button', { name: '2027 年：放假 4 天，补班 1 天' })
    await save()
    expect(sent<typeof calendar>().body.years).toEqual({
      ...calendar.years,
      2027: {
        source: '国务院办公厅关于2027年部分节假日安排的通知',
        off: ['01-01', '10-01', '10-02', '10-03'],
        work: ['09-26'],
      },
    })
  })

  it('gives a street hours of its own', async () => {
    await openCalendar()
    await press('样例街道上班时间：没有另外定，改')
    type('样例街道几点到几点上班', '9:00-17:00')
    await press('好了')
    await save()
    expect(sent().body).toEqual({ ...calendar, hoursOf: { 's-1': [[540, 1020]] } })
  })
})

describe('the rules', () => {
  it('get one of the street’s own that has the last word', async () => {
    await open('triage:1')
    await press('加一条规则')
    await press('记下这条规则')
    screen.getByText('请至少写一个词。')
    type('出现哪些词（写一个或几个）', '老榕树、古榕')
    await press('D 统筹办', 'radio')
    await press('类别：不定，点这里改')
    await press('城市管理', 'radio')
    type('给居民的理由，一句话', '老榕树要街道定。')
    await press('记下这条规则')
    await save()
    const { rules } = sent<typeof triage>().body
    expect(rules).toHaveLength(triage.rules.length + 1)
    expect(rules.at(-1)).toEqual({
      id: 'd.own-1',
      tier: 'D',
      priority: 50,
      decides: true,
      all: ['老榕树 古榕'],
      category: 'cityManagement',
      because: '老榕树要街道定。',
    })
  })

  it('are found by their words, changed and taken out', async () => {
    await open('triage:1')
    const rule = triage.rules.find(({ tier }) => tier === 'B')!
    type('找规则：里面的词，或者给居民的话', rule.id)
    await press(`改这条规则：${rule.because.replace('{words}', '……')}`)
    type('给居民的理由，一句话', '换个说法。')
    await press('记下这条规则')
    await save()
    const changed = sent<typeof triage>().body.rules
    expect(changed).toHaveLength(triage.rules.length)
    expect(changed.find(({ id }) => id === rule.id)).toEqual({ ...rule, because: '换个说法。' })
    await press('改这条规则：换个说法。')
    await press('去掉这条规则')
    await save()
    expect(sent<typeof triage>().body.rules.map(({ id }) => id)).not.toContain(rule.id)
  })
})

it('takes everything else as JSON, and goes back to the form with it', async () => {
  await open('tiers:1')
  await press('其他内容：看整份（JSON）')
  type('整份内容', '{')
  await press('回到表格')
  expect(Taro.showToast).toHaveBeenCalledTimes(1)
  type('整份内容', JSON.stringify({ ...tiers, source: '街道办通知' }))
  await press('回到表格')
  await save()
  expect(sent().body).toEqual({ ...tiers, source: '街道办通知' })
})

it('goes on with a draft of somebody, with what they said of it', async () => {
  setRouteParams({ draft: 'd-one' })
  cloud.mockResolvedValueOnce({
    ok: true,
    now: Date.now(),
    data: { draft: { kind: 'tiers', note: '换个叫法' }, body: JSON.stringify(tiers), you: {}, tierWords },
  })
  await act(async () => void render(<PolicyEditPage />))
  expect(cloud.mock.calls[0]?.[1]).toMatchObject({
    action: 'policy.draft',
    input: { id: 'd-one', withBody: true },
  })
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: '改了什么，为什么改' }).value).toBe('换个叫法')
})
