import { areaService } from '../../contract/area'
import { requestService } from '../../contract/request'
import { rosterService } from '../../contract/roster'
import { day, startOfDay } from '../../domain/time/china'
import { runTimer } from '../support/localCloud'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const chens = { areaId: 'g-1', postId: 'q-post-0' }
const submit = async () =>
  (
    await street.as('zhang').ok(requestService, 'submit', {
      text: '垃圾桶满了没人收',
      place: { gridId: 'g-1' },
      photos: [],
      token: tokens.next(),
    })
  ).request
describe('handOver', () => {
  it('gives the post and its open requests to the successor, with a line in their history, and tells all', async () => {
    const { id } = await submit()
    const input = { ...chens, officerId: 'o-zhou', token: tokens.next() }
    const first = await street.as('wang').ok(rosterService, 'handOver', input)
    expect(first).toMatchObject({ moved: 1, done: true })
    expect(await street.as('wang').ok(rosterService, 'handOver', input)).toEqual(first)

    const { request } = await street.as('zhang').ok(requestService, 'read', { id })
    expect(request.handler?.name).toBe('周敏')
    expect(request.timeline.filter(({ kind }) => kind === 'handedOver')).toMatchObject([
      { text: '原来由陈志强办，现在由周敏接着办。' },
    ])
    const card = await street.as('zhang').ok(areaService, 'card', { areaId: 'g-1' })
    expect(card.officer).toMatchObject({ name: '周敏', workPhone: '0755-00005678' })
    expect((await street.as('chen').error('request.read', { id })).code).toBe('notFound')
    await street
      .as('zhou')
      .ok(requestService, 'accept', { id, version: request.version, token: tokens.next() })
    expect(await street.told('zhou')).toContain('您从现在起担任第一网格网格员')
    expect(await street.told('chen')).toContain('您在第一网格的岗位交给周敏了')
    expect((await street.told('zhang')).filter(text => text.includes('换人接着办'))).toHaveLength(1)
    expect(await street.find('postChanges', {})).toMatchObject([
      { kind: 'handedOver', stage: 'done', by: { officerId: 'o-wang' }, ends: { officerId: 'o-chen' } },
    ])
  })

  it('moves what is too much for one call with the clock, each once', async () => {
    const { id } = await submit()
    const [one] = await street.find('requests', { _id: id })
    const copies = await street.copies(id, 120, n => ({
      mineOpenKey: `${String(one!.mineOpenKey)}-${n}`,
      wakeAt: undefined,
    }))
    await street.import('requests', copies)
    const answer = await street
      .as('wang')
      .ok(rosterService, 'handOver', { ...chens, officerId: 'o-zhou', token: tokens.next() })
    expect(answer).toMatchObject({ moved: 50, done: false })
    for (let run = 0; run < 4; run++) await runTimer(street.env, 'clock')
    const after = await street.find('requests', {})
    expect(new Set(after.map(({ assignee }) => (assignee as { officerId: string }).officerId))).toEqual(
      new Set(['o-zhou']),
    )
    expect(await street.find('postChanges', {})).toMatchObject([{ stage: 'done', moved: 121 }])
  })

  it('is for those in charge of the area', async () => {
    const input = { ...chens, officerId: 'o-zhou' }
    for (const name of ['stranger', 'zhang', 'chen'] as const) {
      const error = await street.as(name).error('roster.handOver', { ...input, token: tokens.next() })
      expect(error.code).toBe('notFound')
    }
    const elsewhere = { ...input, areaId: 'g-2', token: tokens.next() }
    expect((await street.as('wang').error('roster.handOver', elsewhere)).code).toBe('notFound')
    const above = { areaId: 'c-1', postId: 'q-post-3', officerId: 'o-lead', token: tokens.next() }
    expect((await street.as('lead').error('roster.handOver', above)).code).toBe('notFound')
  })

  it('refuses a successor who is away, has it already or is nobody, and a post that is over', async () => {
    const refused = (officerId: string) =>
      street.as('wang').error('roster.handOver', { ...chens, officerId, token: tokens.next() })
    expect(await refused('o-nobody')).toMatchObject({ code: 'invalid', field: 'officerId' })
    expect(await refused('o-chen')).toMatchObject({ code: 'wrongState' })
    const today = startOfDay(Date.now())
    const away = { from: today, to: today + day, coverId: 'o-lead', token: tokens.next() }
    await street.as('zhou').ok(rosterService, 'setLeave', away)
    expect((await refused('o-zhou')).message).toContain('正在请假')
    await street
      .as('wang')
      .ok(rosterService, 'handOver', { ...chens, officerId: 'o-lead', token: tokens.next() })
    expect((await refused('o-wang')).message).toContain('已经结束')
  })

  it('happens once when two hand the same post over in the same moment', async () => {
    const ask = (name: 'wang' | 'liu', officerId: string) =>
      street
        .as(name)
        .raw({ action: 'roster.handOver', input: { ...chens, officerId, token: tokens.next() }, v: 1 })
    const replies = await Promise.all([ask('wang', 'o-zhou'), ask('liu', 'o-lead')])
    expect(replies.filter(({ reply }) => reply.ok).length).toBe(1)
    const now = Date.now() + 1000
    const inTerm = (await street.find('posts', { areaId: 'g-1' })).filter(({ to }) => !to || Number(to) > now)
    expect(inTerm).toHaveLength(1)
  })

  it('does not end again what another hand-over ended meanwhile, though that one was written down later', async () => {
    await street
      .as('wang')
      .ok(rosterService, 'handOver', { ...chens, officerId: 'o-zhou', token: tokens.next() })
    const [done] = await street.find('postChanges', {})
    const begins = { ...(done!.begins as object), _id: 'q-other', officerId: 'o-lead', name: '李组长' }
    const at = Number(done!.at) - 1
    await street.import('postChanges', [
      { ...done, _id: 'k-other', begins, at, stage: 'posts', cursor: '', moved: 0, wakeAt: at },
    ])
    await runTimer(street.env, 'clock')
    expect(await street.find('posts', { areaId: 'g-1', officerId: 'o-lead' })).toEqual([])
    expect(await street.find('postChanges', { _id: 'k-other' })).toMatchObject([{ stage: 'void' }])
  })
})

describe('endPost', () => {
  it('refuses to leave an area without its last officer, and says what to do', async () => {
    const error = await street.as('wang').error('roster.endPost', { ...chens, token: tokens.next() })
    expect(error).toMatchObject({
      code: 'wrongState',
      message: '第一网格只有陈志强一位网格员，不能没有人。请先选好接手的人。',
    })
  })

  it('sends the open requests along their route when somebody else is there', async () => {
    const { id } = await submit()
    await street.as('wang').ok(rosterService, 'appoint', {
      areaId: 'g-1',
      kind: 'gridMember',
      officerId: 'o-zhou',
      token: tokens.next(),
    })
    const input = { ...chens, token: tokens.next() }
    const first = await street.as('wang').ok(rosterService, 'endPost', input)
    expect(first).toMatchObject({ moved: 1, done: true })
    expect(await street.as('wang').ok(rosterService, 'endPost', input)).toEqual(first)
    const { request } = await street.as('zhang').ok(requestService, 'read', { id })
    expect(request.handler?.name).toBe('周敏')
    expect(
      (await street.as('wang').error('roster.endPost', { ...chens, token: tokens.next() })).message,
    ).toContain('已经结束')
  })

  it('refuses somebody who stands in for another just now', async () => {
    const today = startOfDay(Date.now())
    const away = { from: today, to: today + day, coverId: 'o-chen', token: tokens.next() }
    await street.as('zhou').ok(rosterService, 'setLeave', away)
    const input = { ...chens, officerId: 'o-lead', token: tokens.next() }
    expect((await street.as('wang').error('roster.handOver', input)).message).toContain('替周敏代班')
  })

  it('is for those in charge of the area', async () => {
    for (const name of ['stranger', 'chen'] as const) {
      const error = await street.as(name).error('roster.endPost', { ...chens, token: tokens.next() })
      expect(error.code).toBe('notFound')
    }
  })
})

describe('appoint', () => {
  const building = { areaId: 'g-1', kind: 'buildingHead', officerId: 'o-zhou' }

  it('gives somebody of the staff another post, once', async () => {
    const input = { ...building, token: tokens.next() }
    const first = await street.as('lead').ok(rosterService, 'appoint', input)
    expect(await street.as('lead').ok(rosterService, 'appoint', input)).toEqual(first)
    const roster = await street.as('lead').ok(rosterService, 'read', { areaId: 'g-1' })
    expect(roster.staff?.lines.map(({ name, post }) => `${name} ${post}`).sort()).toEqual([
      '周敏 楼长',
      '陈志强 网格员',
    ])
  })

  it('refuses a kind that is not there, a post above one’s own, and everyone not in charge', async () => {
    const refused = (name: 'lead' | 'stranger' | 'chen', input: object) =>
      street.as(name).error('roster.appoint', { ...building, ...input, token: tokens.next() })
    expect(await refused('lead', { kind: 'king' })).toMatchObject({ code: 'invalid', field: 'kind' })
    // Plates and areas are not in the hands of the lead of a block.
    expect(await refused('lead', { kind: 'streetDuty' })).toMatchObject({ code: 'wrongState' })
    expect((await refused('lead', { areaId: 'c-1' })).code).toBe('notFound')
    expect((await refused('stranger', {})).code).toBe('notFound')
    expect((await refused('chen', {})).code).toBe('notFound')
  })
})

it('an edit made while another version comes into force is made again there', async () => {
  // As an import does: the next version is written beside, and the pointer flips while the call is on its way.
  const next = (await street.find('posts', {})).map(post => ({
    ...post,
    _id: `${String(post.of)}@2`,
    version: 2,
  }))
  await street.import('posts', next)
  await street.as('wang').ok(rosterService, 'read', {})
  const [pointer] = await street.find('pointers', {})
  const flip = street.import('pointers', [{ ...pointer, roster: 2 }])
  const [answer] = await Promise.all([
    street.as('wang').ok(rosterService, 'handOver', { ...chens, officerId: 'o-zhou', token: tokens.next() }),
    flip,
  ])
  expect(answer.done).toBe(true)
  const inForce = await street.find('posts', { version: 2, areaId: 'g-1' })
  expect(inForce.filter(({ to }) => to === undefined)).toMatchObject([{ officerId: 'o-zhou' }])
})
