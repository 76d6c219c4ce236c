import { accountService } from '../../contract/account'
import { areaService } from '../../contract/area'
import { requestService } from '../../contract/request'
import { rosterService } from '../../contract/roster'
import { day } from '../../domain/time/china'
import { shiftClock } from '../support/localCloud'
import { chenAway, today, week } from './away'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeEach(async () => {
  street = await openStreet()
})

describe('setLeave', () => {
  it('puts the cover in the place of the officer: on the card, for what comes in, and in the worklist', async () => {
    await chenAway(street)
    const card = await street.as('zhang').ok(areaService, 'card', { areaId: 'g-1' })
    expect(card.officer).toMatchObject({ name: '陈志强', away: { until: week.to, cover: { name: '周敏' } } })
    const { request } = await street.as('zhang').ok(requestService, 'submit', {
      text: '三单元楼道灯坏了几天了',
      place: { gridId: 'g-1' },
      photos: [],
      token: tokens.next(),
    })
    expect(request.handler).toMatchObject({ name: '周敏' })
    const list = await street.as('zhou').ok(requestService, 'worklist', { areaId: 'g-1' })
    expect(list.lines.map(({ id }) => id)).toEqual([request.id])
  })

  it('tells whoever stands in and those in charge, once however often it is sent', async () => {
    const input = { ...week, coverId: 'o-zhou', token: tokens.next() }
    const first = await street.as('chen').ok(rosterService, 'setLeave', input)
    expect(await street.as('chen').ok(rosterService, 'setLeave', input)).toEqual(first)
    expect(await street.find('leaves', {})).toHaveLength(1)
    expect(await street.told('zhou')).toEqual([expect.stringMatching(/替陈志强代班/)])
    expect(await street.told('wang')).toEqual([expect.stringMatching(/陈志强.*请假，有人代班/)])
    expect(await street.told('chen')).toEqual([])
  })

  it('is entered for somebody else by those in charge of the area alone, and says by whom', async () => {
    const input = { ...week, officerId: 'o-chen', coverId: 'o-zhou' }
    for (const name of ['stranger', 'zhang', 'zhou'] as const) {
      const error = await street.as(name).error('roster.setLeave', { ...input, token: tokens.next() })
      expect(error.code).toBe('notFound')
    }
    await street.as('wang').ok(rosterService, 'setLeave', { ...input, token: tokens.next() })
    expect(await street.find('leaves', {})).toMatchObject([
      {
        officerId: 'o-chen',
        events: [{ kind: 'entered', by: { officerId: 'o-wang', post: 'communityDuty' } }],
      },
    ])
    expect(await street.told('chen')).toEqual([expect.stringMatching(/您.*请假，已登记/)])
  })

  it('does not reach up: the lead of a block enters no leave for the community', async () => {
    const error = await street
      .as('lead')
      .error('roster.setLeave', { ...week, officerId: 'o-wang', token: tokens.next() })
    expect(error.code).toBe('notFound')
  })

  it.each([
    ['back before gone', { from: today + day, to: today }, 'to'],
    ['over already', { from: today - 3 * day, to: today - day }, 'to'],
    ['from yesterday', { from: today - day, to: today + day }, 'from'],
    ['for a year', { from: today, to: today + 365 * day }, 'to'],
    ['with a cover who cannot do the work', { ...week, coverId: 'o-nobody' }, 'coverId'],
    ['with oneself as cover', { ...week, coverId: 'o-chen' }, 'coverId'],
  ])('refuses a leave %s', async (_, input, field) => {
    const error = await street.as('chen').error('roster.setLeave', { ...input, token: tokens.next() })
    expect(error).toMatchObject({ code: 'invalid', field })
    expect(await street.find('leaves', {})).toEqual([])
  })

  it('refuses two leaves at once, a cover who is away, and leave for somebody who stands in', async () => {
    await chenAway(street)
    const refused = async (name: 'chen' | 'zhou' | 'lead', input: object) =>
      (await street.as(name).error('roster.setLeave', { ...week, ...input, token: tokens.next() })).message
    expect(await refused('chen', {})).toContain('已经请过假')
    expect(await refused('zhou', {})).toContain('代着陈志强的岗')
    expect(await refused('lead', { officerId: 'o-zhou' })).toContain('代着陈志强的岗')
    expect(await refused('lead', { coverId: 'o-chen' })).toContain('那几天也请假')
  })

  it('never lets two stand in for each other, not even when both ask in the same moment', async () => {
    const ask = (name: 'chen' | 'zhou', coverId: string) =>
      street.as(name).raw({
        action: 'roster.setLeave',
        input: { ...week, coverId, token: tokens.next() },
        v: 1,
      })
    await Promise.all([ask('chen', 'o-zhou'), ask('zhou', 'o-chen')])
    const inForce = (await street.find('leaves', {})).filter(({ from, to }) => Number(from) < Number(to))
    expect(inForce.length).toBeLessThanOrEqual(1)
  })
})

describe('covers', () => {
  it('proposes neighbours of the same block, then those above, and nobody who is away', async () => {
    const proposed = async () =>
      (await street.as('chen').ok(rosterService, 'covers', week)).covers.map(({ id, why }) => [id, why])
    expect(await proposed()).toEqual([
      ['o-zhou', 'neighbour'],
      ['o-lead', 'above'],
      ['o-wang', 'above'],
    ])
    await street
      .as('zhou')
      .ok(rosterService, 'setLeave', { ...week, coverId: 'o-lead', token: tokens.next() })
    expect(await proposed()).toEqual([
      ['o-wang', 'above'],
      ['o-lead', 'above'],
    ])
  })

  it('is for the officer and those in charge', async () => {
    expect((await street.as('stranger').error('roster.covers', week)).code).toBe('notFound')
    expect((await street.as('zhou').error('roster.covers', { ...week, officerId: 'o-chen' })).code).toBe(
      'notFound',
    )
    expect(
      await street.as('lead').ok(rosterService, 'covers', { ...week, officerId: 'o-chen' }),
    ).toMatchObject({
      covers: [{ id: 'o-zhou' }, { id: 'o-lead' }, { id: 'o-wang' }],
    })
    expect(await street.as('chen').error('roster.covers', { from: -1, to: 0 })).toMatchObject({
      code: 'invalid',
    })
  })
})

describe('read', () => {
  it('shows an officer their own post and leave, and for whom they stand in', async () => {
    await chenAway(street)
    expect(await street.as('zhou').ok(rosterService, 'read', {})).toMatchObject({
      mine: [{ name: '周敏', claimed: true, leaves: [] }],
      standingIn: [{ for: { name: '陈志强' }, ...week }],
    })
    const own = await street.as('chen').ok(rosterService, 'read', {})
    expect(own).toMatchObject({ mine: [{ leaves: [{ cover: { name: '周敏' } }] }], standingIn: [] })
    expect(own.staff).toBeUndefined()
  })

  it('shows those in charge their staff, area by area downwards, and nobody else', async () => {
    const first = await street.as('wang').ok(rosterService, 'read', {})
    expect(first.staff).toMatchObject({ area: { id: 'c-1' }, path: [{ id: 'c-1' }], below: [{ id: 'b-1' }] })
    const grid = await street.as('wang').ok(rosterService, 'read', { areaId: 'g-1' })
    expect(grid.staff?.lines).toMatchObject([{ name: '陈志强', post: '网格员', workPhone: '0755-00005678' }])
    expect((await street.as('wang').error('roster.read', { areaId: 's-1' })).code).toBe('notFound')
    expect((await street.as('chen').error('roster.read', { areaId: 'g-1' })).code).toBe('notFound')
    expect((await street.as('stranger').error('roster.read', {})).code).toBe('notFound')
    expect((await street.as('wang').error('roster.read', { areaId: '?' })).code).toBe('invalid')
    const kept = await street.find('officers', {})
    for (const { privatePhone } of kept) expect(JSON.stringify(grid)).not.toContain(String(privatePhone))
  })
})

it('lets a cover see what the absent one would, and no longer than that', async () => {
  await chenAway(street)
  const homes = async () =>
    (await street.as('zhou').ok(accountService, 'inbox', {})).posts.map(({ area }) => area.id)
  expect(await homes()).toEqual(['g-2', 'g-1'])
  await shiftClock(street.env, 8 * day)
  expect(await homes()).toEqual(['g-2'])
})
