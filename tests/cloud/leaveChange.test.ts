import { areaService } from '../../contract/area'
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

describe('changeLeave', () => {
  it('gives it another cover, and tells both', async () => {
    const { id, version } = await chenAway(street)
    const input = { id, version, ...week, coverId: 'o-lead', token: tokens.next() }
    const changed = await street.as('wang').ok(rosterService, 'changeLeave', input)
    expect(changed.leave).toMatchObject({ version: 2, cover: { name: '梁伟' } })
    expect(await street.as('wang').ok(rosterService, 'changeLeave', input)).toEqual(changed)
    expect(await street.told('zhou')).toContain('不用再替陈志强代班了')
    expect(await street.told('lead')).toContainEqual(expect.stringMatching(/您.*替陈志强代班/))
    const card = await street.as('zhang').ok(areaService, 'card', { areaId: 'g-1' })
    expect(card.officer?.away?.cover?.name).toBe('梁伟')
  })

  it('gives what is newer to a screen that is old, and nothing to others', async () => {
    const { id, version } = await chenAway(street)
    const input = { id, version, ...week }
    await street.as('chen').ok(rosterService, 'changeLeave', { ...input, token: tokens.next() })
    expect(
      await street.as('chen').error('roster.changeLeave', { ...input, token: tokens.next() }),
    ).toMatchObject({ code: 'conflict', current: { leave: { version: 2 } } })
    for (const name of ['stranger', 'zhou'] as const) {
      const error = await street.as(name).error('roster.changeLeave', { ...input, token: tokens.next() })
      expect(error.code).toBe('notFound')
    }
    const missing = { ...input, id: 'v0000', token: tokens.next() }
    expect((await street.as('chen').error('roster.changeLeave', missing)).code).toBe('notFound')
  })

  it('refuses a time in which the cover is away', async () => {
    const later = { from: today + 10 * day, to: today + 12 * day }
    await street.as('zhou').ok(rosterService, 'setLeave', { ...later, token: tokens.next() })
    const { id, version } = await chenAway(street)
    const longer = { id, version, from: week.from, to: later.to, coverId: 'o-zhou', token: tokens.next() }
    expect(await street.as('chen').error('roster.changeLeave', longer)).toMatchObject({
      code: 'wrongState',
      field: 'coverId',
    })
  })
})

describe('endLeave', () => {
  it('is back at once, and over when it had not begun', async () => {
    const { id, version } = await chenAway(street)
    const input = { id, version, token: tokens.next() }
    await street.as('chen').ok(rosterService, 'endLeave', input)
    await street.as('chen').ok(rosterService, 'endLeave', input)
    const card = await street.as('zhang').ok(areaService, 'card', { areaId: 'g-1' })
    expect(card.officer?.away).toBeUndefined()
    expect(await street.told('zhou')).toContain('不用再替陈志强代班了')
    expect(
      await street.as('chen').error('roster.endLeave', { id, version: 2, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState' })

    const later = { from: today + 3 * day, to: today + 4 * day }
    const { leave } = await street
      .as('chen')
      .ok(rosterService, 'setLeave', { ...later, token: tokens.next() })
    await street.as('lead').ok(rosterService, 'endLeave', { id: leave.id, version: 1, token: tokens.next() })
    await shiftClock(street.env, 3.5 * day)
    const then = await street.as('zhang').ok(areaService, 'card', { areaId: 'g-1' })
    expect(then.officer?.away).toBeUndefined()
  })

  it('is for the officer and those in charge, and for a screen that is not old', async () => {
    const { id, version } = await chenAway(street)
    for (const name of ['stranger', 'zhou'] as const) {
      const error = await street.as(name).error('roster.endLeave', { id, version, token: tokens.next() })
      expect(error.code).toBe('notFound')
    }
    expect(
      await street.as('chen').error('roster.endLeave', { id, version: 7, token: tokens.next() }),
    ).toMatchObject({ code: 'conflict' })
    expect(
      await street.as('chen').error('roster.endLeave', { id: 'x', version, token: tokens.next() }),
    ).toMatchObject({
      code: 'invalid',
      field: 'id',
    })
  })
})
