import { requestService } from '../../contract/request'
import type { InputOf } from '../../contract/service'
import { middleOf, type Name } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

// What officers bring: found on a round, told by somebody without a phone, passed on by the hotline.

type Input = InputOf<typeof requestService, 'submit'>

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const lamp = {
  text: '三单元楼道的灯坏了，晚上看不见路',
  place: { point: middleOf(1) },
  photos: [] as string[],
}
const loose = '阳台栏杆有点松动，下面有人走'
const order = { system: '12345', number: 'GD-20261125-0071' }

const bring = async (who: Name, input: Partial<Input>) =>
  (await street.as(who).ok(requestService, 'submit', { ...lamp, token: tokens.next(), ...input })).request
const refused = (who: Name, input: object) =>
  street.as(who).error('request.submit', { ...lamp, token: tokens.next(), ...input })
const toldOf = async (id: string) =>
  (await street.find('inbox', { link: `/pages/request/index?id=${id}` })).map(({ personId }) => personId)

const settle = async (id: string, who: Name) => {
  const officer = street.as(who)
  const { request } = await officer.ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
  const done = await officer.ok(requestService, 'resolve', {
    id,
    version: request.version,
    text: '换了新灯泡',
    manner: 'help',
    photos: [],
    token: tokens.next(),
  })
  return done.request
}

const confirmed = { solved: 'yes' as const, satisfaction: 'good' as const }

it('stands on the officers’ side with who brought it and how, in the view and in its history', async () => {
  const request = await bring('chen', { source: 'patrol' })
  expect(request).toMatchObject({
    source: 'patrol',
    mine: false,
    moves: expect.arrayContaining(['accept', 'reply']),
    timeline: [{ kind: 'submitted', by: '网格员陈志强', text: '巡查发现' }],
  })
  const [stored] = await street.find('requests', { _id: request.id })
  expect(stored).toMatchObject({ source: 'patrol', triage: { trace: { came: { source: 'patrol' } } } })
})

it('calls the street at once for a danger that a grid member saw, and waits for a person with a resident’s', async () => {
  const told = await bring('zhang', { text: loose })
  expect(told).toMatchObject({ tier: 'A' })
  expect(await toldOf(told.id)).not.toContain(street.id('liu'))
  const seen = await bring('chen', { text: loose, source: 'patrol' })
  expect(seen).toMatchObject({ tier: 'A', notes: ['巡查时当场看到的险情，按确定的急事叫人。'] })
  expect(await toldOf(seen.id)).toContain(street.id('liu'))
})

it('tells residents nothing of what is said between officers', async () => {
  expect(await bring('zhang', {})).not.toHaveProperty('source')
  expect(await bring('zhang', { text: loose })).not.toHaveProperty('notes')
})

describe('taken down for somebody', () => {
  it('is confirmed by whoever took it down, when another has done it, and never by who did it', async () => {
    const forSomebody = await bring('wang', { source: 'onBehalf' })
    expect(forSomebody.notes?.[0]).toContain('告诉本人')
    const done = await settle(forSomebody.id, 'chen')
    expect(done.moves).not.toContain('confirm')
    const { id, version } = done
    const answer = await street
      .as('wang')
      .ok(requestService, 'confirm', { id, version, ...confirmed, token: tokens.next() })
    expect(answer.request).toMatchObject({
      status: 'confirmed',
      timeline: expect.arrayContaining([
        expect.objectContaining({ kind: 'confirmed', by: '社区值班员王敏' }),
      ]),
    })
    const own = await settle((await bring('chen', { source: 'onBehalf' })).id, 'chen')
    expect(
      await street.as('chen').error('request.confirm', {
        ...{ id: own.id, version: own.version, ...confirmed },
        token: tokens.next(),
      }),
    ).toMatchObject({ code: 'wrongState', message: expect.stringContaining('自己办的') })
  })

  it('is confirmed by no other officer', async () => {
    const { id, version } = await settle((await bring('wang', { source: 'onBehalf' })).id, 'chen')
    for (const who of ['lead', 'liu', 'zhou', 'stranger'] as const)
      expect(
        await street.as(who).error('request.confirm', { id, version, ...confirmed, token: tokens.next() }),
      ).toMatchObject({ code: 'notFound' })
  })

  it('counts each for a household of its own', async () => {
    const [one, two] = [
      await bring('chen', { source: 'onBehalf' }),
      await bring('chen', { source: 'onBehalf' }),
    ]
    const chen = street.as('chen')
    await chen.ok(requestService, 'merge', {
      ...{ id: two.id, version: 1, into: one.id, text: '同一盏灯' },
      token: tokens.next(),
    })
    const { request } = await chen.ok(requestService, 'read', { id: one.id })
    expect(request.households).toBe(2)
  })
})

it('lets those who oversee the area look at what was found and mended on one round', async () => {
  const { id, version } = await settle((await bring('chen', { source: 'patrol' })).id, 'chen')
  const answer = await street
    .as('wang')
    .ok(requestService, 'confirm', { id, version, ...confirmed, token: tokens.next() })
  expect(answer.request.status).toBe('confirmed')
})

describe('from the hotline', () => {
  const due = () => Date.now() + 2 * 86_400_000

  it('keeps its number and its own deadline where that is the earlier one', async () => {
    const external = { ...order, due: due() }
    const early = await bring('wang', { source: 'hotline', external })
    const clocks = (request: typeof early) =>
      Object.fromEntries(request.clocks.map(({ name, dueAt }) => [name, dueAt]))
    expect(early).toMatchObject({ source: 'hotline', external })
    expect(early.timeline[0]?.text).toBe('热线转办，12345 工单 GD-20261125-0071')
    expect(clocks(early).resolve).toBe(external.due)
    const late = await bring('wang', {
      source: 'hotline',
      external: { system: '12345', number: 'GD-2', due: due() + 90 * 86_400_000 },
    })
    const own = await bring('zhang', {})
    expect(Math.abs((clocks(late).resolve ?? 0) - (clocks(own).resolve ?? 0))).toBeLessThan(60_000)
    const accepted = await street
      .as('chen')
      .ok(requestService, 'accept', { id: early.id, version: 1, token: tokens.next() })
    expect(accepted.request.moves).not.toContain('extend')
  })

  it('is counted once: the same number is taken once, and sent twice gives the first answer', async () => {
    const input = { ...lamp, source: 'hotline' as const, external: order, token: tokens.next() }
    const first = await street.as('wang').ok(requestService, 'submit', input)
    const again = await street.as('wang').ok(requestService, 'submit', input)
    expect(again.request.id).toBe(first.request.id)
    expect(await refused('chen', { source: 'hotline', external: order })).toMatchObject({
      code: 'invalid',
      field: 'external.number',
      message: expect.stringContaining(first.request.no),
    })
    expect(await street.find('requests', { 'external.number': order.number })).toHaveLength(1)
  })

  it.each([
    ['external.number', { source: 'hotline' }],
    ['external.number', { source: 'hotline', external: { system: '12345', number: 'a b' } }],
    ['external.due', { source: 'hotline', external: { ...order, due: 5 } }],
    ['external', { source: 'patrol', external: order }],
    ['external', { external: order }],
    ['source', { source: 'camera' }],
  ])('refuses a bad %s by name', async (field, change) => {
    expect(await refused('wang', change)).toMatchObject({
      code: 'invalid',
      field,
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    })
  })
})

it('is brought by nobody who may not: a resident finds no such door, an officer is told that it is not theirs here', async () => {
  for (const who of ['zhang', 'he', 'stranger'] as const)
    for (const source of ['patrol', 'onBehalf'] as const)
      expect(await refused(who, { source })).toMatchObject({ code: 'notFound' })
  expect(await refused('stranger', { source: 'hotline', external: order })).toMatchObject({
    code: 'notFound',
  })
  // 周敏 has grid 2.
  expect(await refused('zhou', { source: 'patrol' })).toMatchObject({
    code: 'invalid',
    field: 'source',
    message: expect.stringContaining('不在您负责的范围'),
  })
  expect(await street.find('requests', {})).toHaveLength(0)
  expect(await street.find('people', { openid: 'test-stranger' })).toHaveLength(0)
})

it('makes one request when it is sent twice at the same moment', async () => {
  const input = { ...lamp, source: 'patrol' as const, token: tokens.next() }
  const chen = street.as('chen')
  const answers = await Promise.all([1, 2, 3].map(() => chen.ok(requestService, 'submit', input)))
  expect(new Set(answers.map(({ request }) => request.id)).size).toBe(1)
})

it('goes above those it is about, also when one of them took it down', async () => {
  const { id } = await bring('chen', { source: 'onBehalf', text: '网格员收了我家红包还骂人，要反映他' })
  const [stored] = await street.find('requests', { _id: id })
  expect(stored).toMatchObject({ areaIds: ['s-1', 'c-1'] })
  expect(await street.as('chen').error('request.read', { id })).toMatchObject({ code: 'notFound' })
})
