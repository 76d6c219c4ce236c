import { requestService } from '../../contract/request'
import type { RequestMove } from '../../contract/requestTerms'
import type { RequestView } from '../../contract/requestView'
import type { Name } from './exampleStreet'
import { type MovingStreet, openMovingStreet, texts } from './movingStreet'
import { tokens } from './tokens'

let street: MovingStreet

beforeEach(async () => {
  street = await openMovingStreet()
})

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
    before: () => street.submitted(texts.burning),
    by: 'chen',
    becomes: { tier: 'A', status: 'submitted' },
    event: 'dangerConfirmed',
    tells: 'liu',
    tooEarly: () => street.submitted('厨房闻到很重的煤气味，邻居头晕'),
    strangers: [...nobodys, 'zhang'],
    wrong: ['version', { version: 0 }],
  },
  {
    action: 'askInfo',
    before: () => street.accepted(),
    by: 'chen',
    becomes: { status: 'needInfo', turn: { who: 'reporter' } },
    event: 'infoAsked',
    tells: 'zhang',
    tooEarly: () => street.submitted(),
    strangers: [...nobodys, 'zhang', 'liu'],
    wrong: noText,
  },
  {
    action: 'answerInfo',
    before: () => street.asked(),
    by: 'zhang',
    becomes: { status: 'inProgress', turn: { who: 'officer' } },
    event: 'infoAnswered',
    tells: 'chen',
    tooEarly: () => street.accepted(),
    strangers: [...nobodys, 'liu'],
    note: true,
    wrong: noText,
  },
  {
    action: 'extend',
    before: () => street.accepted(),
    by: 'chen',
    becomes: { status: 'accepted' },
    event: 'extended',
    tells: 'zhang',
    tooEarly: () => street.submitted(),
    strangers: [...nobodys, 'zhang', 'liu'],
    wrong: noText,
  },
  {
    action: 'decideExtension',
    before: () => street.extensionAsked(),
    by: 'wang',
    input: { granted: true },
    becomes: { status: 'accepted', tier: 'C' },
    event: 'extended',
    tells: 'zhang',
    tooEarly: () => street.accepted(texts.neighbours),
    strangers: [...nobodys, 'zhang', 'chen'],
    wrong: ['granted', { granted: 'yes' }],
  },
  {
    action: 'suspend',
    before: () => street.extended(),
    by: 'wang',
    becomes: { status: 'suspended', turn: { who: 'officer' } },
    event: 'suspended',
    tells: 'zhang',
    tooEarly: () => street.accepted(),
    strangers: [...nobodys, 'zhang', 'chen'],
    wrong: noText,
  },
  {
    action: 'resume',
    before: () => street.suspended(),
    by: 'wang',
    becomes: { status: 'inProgress' },
    event: 'resumed',
    tells: 'zhang',
    tooEarly: () => street.extended(),
    strangers: [...nobodys, 'zhang', 'chen'],
    wrong: noText,
  },
  {
    action: 'retier',
    before: () => street.submitted(),
    by: 'chen',
    input: { tier: 'C' },
    becomes: { tier: 'C', status: 'submitted', handler: { name: '梁伟' } },
    event: 'retiered',
    tells: 'zhang',
    tooEarly: async () => street.move('chen', 'resolve', await street.accepted(), { manner: 'help' }),
    strangers: [...nobodys, 'zhang'],
    wrong: ['category', { category: 'nonsense' }],
  },
  {
    action: 'object',
    before: () => street.lowered(),
    by: 'zhang',
    becomes: { tier: 'B' },
    event: 'objected',
    tells: 'wang',
    tooEarly: () => street.submitted(),
    strangers: [...nobodys, 'chen', 'wang'],
    wrong: noText,
  },
  {
    action: 'answerObjection',
    before: () => street.objected(),
    by: 'wang',
    input: { upheld: true },
    becomes: { tier: 'A' },
    event: 'objectionAnswered',
    tells: 'liu',
    tooEarly: () => street.lowered(),
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
    const heard = await street.linesFor(tells, was)
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
    expect(await street.linesFor(tells, was)).toBe(heard + 1)
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
