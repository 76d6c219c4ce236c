import { requestService } from '../../contract/request'
import type { RequestMove } from '../../contract/requestTerms'
import type { RequestView } from '../../contract/requestView'
import { openStreet, type OpenStreet } from './openStreet'
import type { Name } from './exampleStreet'
import { middleOf } from './exampleStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const lamp = '三单元楼道的灯坏了，晚上看不见路'
const neighbours = '楼上物业施工太吵'
const lift = '小区想加装电梯，大家都同意'
const burning = '楼道里有股烧塑料的味道，找不到哪来的'

const submitted = async (text = lamp) =>
  (
    await street
      .as('zhang')
      .ok(requestService, 'submit', { text, place: { point: middleOf(1) }, photos: [], token: tokens.next() })
  ).request

/** Makes a move as somebody on the request as it is now, and gives what it became. */
const move = async (name: Name, action: RequestMove, { id, version }: RequestView, more: object = {}) => {
  const { input } = requestService.actions[action]
  const whole = { id, version, text: '因为…', photos: [], token: tokens.next(), ...more }
  const fields = Object.fromEntries(
    Object.entries(whole).filter(([field]) => field in (input as { shape: object }).shape),
  )
  return (await street.as(name).ok(requestService, action, fields as never)).request as RequestView
}

const accepted = async (text = lamp) =>
  move(text === neighbours ? 'lead' : 'chen', 'accept', await submitted(text))
const asked = async () => move('chen', 'askInfo', await accepted())
const extensionAsked = async () => move('lead', 'extend', await accepted(neighbours))
const extended = async () =>
  move(
    'liu',
    'decideExtension',
    await move('wang', 'extend', await move('wang', 'accept', await submitted(lift))),
    {
      granted: true,
    },
  )
const suspended = async () => move('wang', 'suspend', await extended())
const lowered = async () => move('chen', 'retier', await submitted(burning), { tier: 'B' })
const objected = async () => move('zhang', 'object', await lowered())

const told = async (name: Name, { id }: RequestView) =>
  (await street.find('inbox', { personId: street.id(name), link: `/pages/request/index?id=${id}` })).length

interface Case {
  action: RequestMove
  /** Brings a request to where the move can be made. */
  before: () => Promise<RequestView>
  by: Name
  input?: object
  /** What it has become. */
  becomes: object
  /** The last line of its history. */
  event: string
  /** Who hears of it. */
  tells: Name
  /** A state in which it cannot be made. */
  tooEarly?: () => Promise<RequestView>
  /** To whom it is nothing at all. */
  strangers: Name[]
  /** The reporter's words and notes carry no version. */
  note?: boolean
  wrong: [field: string, input: object]
}

const nobodys: Name[] = ['stranger', 'li', 'zhou']
const noText: Case['wrong'] = ['text', { text: ' ' }]

const cases: Case[] = [
  {
    action: 'confirmDanger',
    before: () => submitted(burning),
    by: 'chen',
    becomes: { tier: 'A', status: 'submitted' },
    event: 'dangerConfirmed',
    tells: 'liu',
    tooEarly: () => submitted('厨房闻到很重的煤气味，邻居头晕'),
    strangers: [...nobodys, 'zhang'],
    wrong: ['version', { version: 0 }],
  },
  {
    action: 'askInfo',
    before: accepted,
    by: 'chen',
    becomes: { status: 'needInfo', turn: { who: 'reporter' } },
    event: 'infoAsked',
    tells: 'zhang',
    tooEarly: submitted,
    strangers: [...nobodys, 'zhang', 'liu'],
    wrong: noText,
  },
  {
    action: 'answerInfo',
    before: asked,
    by: 'zhang',
    becomes: { status: 'inProgress', turn: { who: 'officer' } },
    event: 'infoAnswered',
    tells: 'chen',
    tooEarly: accepted,
    strangers: [...nobodys, 'liu'],
    note: true,
    wrong: noText,
  },
  {
    action: 'extend',
    before: accepted,
    by: 'chen',
    becomes: { status: 'accepted' },
    event: 'extended',
    tells: 'zhang',
    tooEarly: submitted,
    strangers: [...nobodys, 'zhang', 'liu'],
    wrong: noText,
  },
  {
    action: 'decideExtension',
    before: extensionAsked,
    by: 'wang',
    input: { granted: true },
    becomes: { status: 'accepted', tier: 'C' },
    event: 'extended',
    tells: 'zhang',
    tooEarly: () => accepted(neighbours),
    strangers: [...nobodys, 'zhang', 'chen'],
    wrong: ['granted', { granted: 'yes' }],
  },
  {
    action: 'suspend',
    before: extended,
    by: 'wang',
    becomes: { status: 'suspended', turn: { who: 'officer' } },
    event: 'suspended',
    tells: 'zhang',
    tooEarly: () => accepted(),
    strangers: [...nobodys, 'zhang', 'chen'],
    wrong: noText,
  },
  {
    action: 'resume',
    before: suspended,
    by: 'wang',
    becomes: { status: 'inProgress' },
    event: 'resumed',
    tells: 'zhang',
    tooEarly: extended,
    strangers: [...nobodys, 'zhang', 'chen'],
    wrong: noText,
  },
  {
    action: 'retier',
    before: submitted,
    by: 'chen',
    input: { tier: 'C' },
    becomes: { tier: 'C', status: 'submitted', handler: { name: '梁伟' } },
    event: 'retiered',
    tells: 'zhang',
    tooEarly: async () => move('chen', 'resolve', await accepted(), { manner: 'help' }),
    strangers: [...nobodys, 'zhang'],
    wrong: ['category', { category: 'nonsense' }],
  },
  {
    action: 'object',
    before: lowered,
    by: 'zhang',
    becomes: { tier: 'B' },
    event: 'objected',
    tells: 'wang',
    tooEarly: submitted,
    strangers: [...nobodys, 'chen', 'wang'],
    wrong: noText,
  },
  {
    action: 'answerObjection',
    before: objected,
    by: 'wang',
    input: { upheld: true },
    becomes: { tier: 'A' },
    event: 'objectionAnswered',
    tells: 'liu',
    tooEarly: lowered,
    strangers: [...nobodys, 'zhang', 'chen'],
    wrong: ['upheld', {}],
  },
]

describe.each(cases)('$action', one => {
  const { action, before, by, input = {}, becomes, event, tells, tooEarly, strangers, note, wrong } = one
  const text = '说明一下'
  const whole = ({ id, version }: RequestView) => {
    const fields = {
      id,
      ...(note ? { photos: [] } : { version }),
      ...(action !== 'confirmDanger' && { text }),
    }
    return { ...fields, ...input, token: tokens.next() }
  }

  it('does what it says, once however often it is sent, and is told', async () => {
    const was = await before()
    const heard = await told(tells, was)
    const sent = whole(was)
    await Promise.all([1, 2].map(() => street.as(by).ok(requestService, action, sent as never)))
    const { request } = await street.as(by).ok(requestService, action, sent as never)
    expect(request).toMatchObject(becomes)
    expect(request.timeline.map(({ kind }) => kind)).toEqual([...was.timeline.map(({ kind }) => kind), event])
    expect(request.timeline.at(-1)).toMatchObject({
      kind: event,
      ...(action !== 'confirmDanger' &&
        action !== 'decideExtension' && { text: expect.stringContaining(text) }),
    })
    expect(request.version).toBe(was.version + 1)
    expect(await told(tells, was)).toBe(heard + 1)
  })

  it('answers a screen that is behind with what is there now', async () => {
    const was = await before()
    const sent = whole(was)
    await street.as(by).ok(requestService, action, sent as never)
    const error = await street.as(by).error(`request.${action}`, { ...sent, token: tokens.next() })
    expect(error).toMatchObject(
      note
        ? { code: 'wrongState' }
        : { code: 'conflict', current: { request: { version: was.version + 1 } } },
    )
  })

  it('is refused where it makes no sense, with what to do', async () => {
    const early = await tooEarly?.()
    if (!early) return
    const error = await street.as(by).error(`request.${action}`, whole(early))
    expect(error).toMatchObject({ code: 'wrongState', message: expect.stringMatching(/[\u4e00-\u9fff]/) })
  })

  it('is nothing to those it is not for', async () => {
    const was = await before()
    for (const name of strangers) {
      const error = await street.as(name).error(`request.${action}`, whole(was))
      expect([name, error.code]).toEqual([name, 'notFound'])
    }
  })

  it('refuses bad input by name', async () => {
    const was = await before()
    const [field, change] = wrong
    const { [field]: _, ...rest } = whole(was) as Record<string, unknown>
    expect(await street.as(by).error(`request.${action}`, { ...rest, ...change })).toMatchObject({
      code: 'invalid',
      field,
    })
  })

  it('refuses one event too many', async () => {
    const was = await before()
    const [stored] = await street.find('requests', { _id: was.id })
    const own = stored!.events as object[]
    const filler = { kind: 'replied', at: was.createdAt, by: { kind: 'system' } }
    const events = [own[0], ...Array.from({ length: 200 - own.length }, () => filler), ...own.slice(1)]
    await street.import('requests', [{ ...stored, _id: 'r-full', events }])
    expect(await street.as(by).error(`request.${action}`, { ...whole(was), id: 'r-full' })).toMatchObject({
      code: 'historyFull',
    })
  })
})

describe('the time to resolve', () => {
  const clock = (request: RequestView, name: string) => request.clocks.find(one => one.name === name)

  it('stands still while the resident is asked, and says so to both', async () => {
    const { id } = await asked()
    const { request } = await street.as('zhang').ok(requestService, 'read', { id })
    expect(clock(request, 'resolve')).toMatchObject({ paused: { unit: 'workingDays' } })
    expect(clock(request, 'answer')).toMatchObject({ who: 'reporter' })
    expect(request.moves).toEqual(['answerInfo'])
    const { lines } = await street.as('chen').ok(requestService, 'worklist', {})
    expect(lines.find(line => line.id === id)?.clock).toMatchObject({ name: 'resolve', paused: {} })
  })

  it('is not stopped a third time', async () => {
    let request = await accepted()
    for (let n = 0; n < 2; n++) {
      request = await move('zhang', 'answerInfo', await move('chen', 'askInfo', request))
    }
    expect(
      await street.as('chen').error('request.askInfo', {
        id: request.id,
        version: request.version,
        text: '再问',
        token: tokens.next(),
      }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining('打电话') })
  })

  it('ends later by what was given, and the resident reads the day and the reason', async () => {
    const before = await accepted()
    const { id } = await move('chen', 'extend', before, { text: '灯具要订货' })
    const { request } = await street.as('zhang').ok(requestService, 'read', { id })
    expect(clock(request, 'resolve')!.dueAt).toBeGreaterThan(clock(before, 'resolve')!.dueAt)
    expect(request.timeline.at(-1)).toMatchObject({ text: expect.stringMatching(/^延到 .*灯具要订货$/) })
  })

  it('is not given more of by the one who asks', async () => {
    const request = await move('wang', 'extend', await move('wang', 'accept', await submitted(lift)))
    const { id, version } = request
    const sent = { id, version, granted: true, text: '同意', token: tokens.next() }
    expect(await street.as('wang').error('request.decideExtension', sent)).toMatchObject({
      code: 'wrongState',
    })
    expect(request.moves).not.toContain('decideExtension')
  })

  it('stays as it was when more is refused, and the resident reads nothing of it', async () => {
    const before = await extensionAsked()
    const refused = await move('wang', 'decideExtension', before, { granted: false })
    expect(clock(refused, 'resolve')!.dueAt).toBe(clock(before, 'resolve')!.dueAt)
    const { request } = await street.as('zhang').ok(requestService, 'read', { id: before.id })
    expect(request.timeline.map(({ kind }) => kind)).toEqual(['submitted', 'accepted'])
  })
})

describe('retier', () => {
  it('alerts everyone on duty when a person sees danger', async () => {
    const { id } = await submitted()
    await move('chen', 'retier', { id, version: 1 } as RequestView, { tier: 'A', text: '电线裸着' })
    for (const name of ['wang', 'liu'] as const) {
      expect(await told(name, { id } as RequestView)).toBeGreaterThan(0)
    }
  })

  it('lets the resident object once for each lowering, and puts the tier back when they are right', async () => {
    const request = await objected()
    expect(request.moves).not.toContain('object')
    const { id } = request
    const { request: seen } = await street.as('wang').ok(requestService, 'read', { id })
    expect(seen).toMatchObject({ moves: expect.arrayContaining(['answerObjection']), pending: { tier: 'A' } })
    const kept = await move('wang', 'answerObjection', seen, { upheld: false, text: '师傅看过了' })
    expect(kept).toMatchObject({
      tier: 'B',
      timeline: expect.arrayContaining([
        expect.objectContaining({ kind: 'objectionAnswered', text: '师傅看过了' }),
      ]),
    })
    const again = await move('chen', 'retier', await move('chen', 'retier', kept, { tier: 'A' }), {
      tier: 'B',
    })
    const { request: hers } = await street.as('zhang').ok(requestService, 'read', { id: again.id })
    expect(hers.moves).toContain('object')
  })

  it('gives the reason of the person instead of the machine’s, and no emergency lines any more', async () => {
    const danger = await submitted('厨房闻到很重的煤气味，邻居头晕')
    expect(danger.emergencyLines.length).toBeGreaterThan(0)
    await move('chen', 'retier', danger, { tier: 'B', text: '是隔壁在刷漆' })
    const { request } = await street.as('zhang').ok(requestService, 'read', { id: danger.id })
    expect(request).toMatchObject({ reasons: ['改为“网格员来办”：是隔壁在刷漆'], emergencyLines: [] })
  })

  it('keeps from the resident which class it is counted under', async () => {
    const request = await move('chen', 'retier', await submitted(), { category: 'water', text: '是水的事' })
    expect(request).toMatchObject({ category: 'water', tier: 'B' })
    const { request: hers } = await street.as('zhang').ok(requestService, 'read', { id: request.id })
    expect(hers).not.toHaveProperty('category')
    expect(JSON.stringify(hers.timeline)).not.toContain('是水的事')
  })

  it('refuses to change nothing', async () => {
    const { id, version, tier } = await submitted()
    const sent = { id, version, tier, text: '没变', token: tokens.next() }
    expect(await street.as('chen').error('request.retier', sent)).toMatchObject({
      code: 'invalid',
      field: 'tier',
    })
  })
})

it('shows what an officer has reached of a danger to officers, and its clocks to nobody else', async () => {
  const danger = await move('chen', 'accept', await submitted('厨房闻到很重的煤气味，邻居头晕'))
  expect(danger.clocks.map(({ name }) => name)).toEqual(expect.arrayContaining(['onSite', 'controlled']))
  const there = await move('chen', 'reply', danger, { reached: 'onSite', text: '到了，在关阀门' })
  expect(there.clocks.map(({ name }) => name)).not.toContain('onSite')
  const { request } = await street.as('zhang').ok(requestService, 'read', { id: danger.id })
  expect(request.clocks.map(({ name }) => name)).not.toContain('controlled')
  expect(request.timeline.at(-1)?.text).toBe('已到现场。到了，在关阀门')
})

it('keeps a report about those of the community from the community, and gives it to the street', async () => {
  const { id, handler, aboutStaff } = await submitted('社区书记收好处，偏袒开发商')
  expect(handler).toMatchObject({ name: '刘洋' })
  expect(aboutStaff).toBe(true)
  for (const name of ['chen', 'lead', 'wang'] as const)
    expect(await street.as(name).error('request.read', { id })).toMatchObject({ code: 'notFound' })
  const { request } = await street.as('liu').ok(requestService, 'read', { id })
  expect(request).toMatchObject({ aboutStaff: true, moves: expect.arrayContaining(['accept']) as string[] })
  // She has it, so she does what a handler does.
  const taken = await move('liu', 'accept', request)
  expect(await move('liu', 'resolve', taken, { manner: 'intervene' })).toMatchObject({ status: 'resolved' })
})

it('names the right door to both sides, and keeps it with the request', async () => {
  const { id, door } = await submitted('法院已经判了，对方不给钱，请帮忙强制执行')
  expect(door).toMatchObject({
    name: expect.stringContaining('法院') as string,
    say: expect.stringContaining('12348') as string,
  })
  expect((await street.as('chen').ok(requestService, 'read', { id })).request.door).toEqual(door)
  expect((await street.find('requests', { _id: id }))[0]).toMatchObject({
    triage: { route: 'door', door: { id: 'court' } },
  })
})

it('keeps a report about an officer from whoever works on the ground, and gives it to the community', async () => {
  const { id, handler } = await submitted('网格员态度很差，还骂人')
  expect(handler).toMatchObject({ name: '王敏' })
  for (const name of ['chen', 'lead'] as const) {
    expect(await street.as(name).error('request.read', { id })).toMatchObject({ code: 'notFound' })
    expect(await told(name, { id } as RequestView)).toBe(0)
    const { lines } = await street.as(name).ok(requestService, 'worklist', {})
    expect(lines.map(line => line.id)).not.toContain(id)
  }
  expect((await street.as('wang').ok(requestService, 'read', { id })).request.id).toBe(id)
})
