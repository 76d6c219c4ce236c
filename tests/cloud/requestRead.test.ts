import { requestService } from '../../contract/request'
import { lamp, submitLamp } from './lamp'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeEach(async () => {
  street = await openStreet()
})

describe('read', () => {
  it('is for its reporter and the officers of its areas', async () => {
    const { id } = await submitLamp(street)
    for (const name of ['zhang', 'chen', 'lead', 'wang', 'liu'] as const) {
      const { request } = await street.as(name).ok(requestService, 'read', { id })
      expect(request.mine).toBe(name === 'zhang')
    }
  })

  it('shows officers no name of the reporter', async () => {
    const { id } = await submitLamp(street)
    const { request } = await street.as('chen').ok(requestService, 'read', { id })
    expect(request.timeline[0]?.by).toBe('居民')
    expect(JSON.stringify(request)).not.toContain(street.id('zhang'))
  })

  it.each(['stranger', 'li', 'zhou', 'he'] as const)(
    'is nothing to %s, like one that does not exist',
    async name => {
      const { id } = await submitLamp(street)
      expect(await street.as(name).error('request.read', { id })).toMatchObject({ code: 'notFound' })
      expect(await street.as(name).error('request.read', { id: 'r-none' })).toMatchObject({
        code: 'notFound',
      })
    },
  )

  it('refuses what is no id', async () => {
    expect(await street.as('zhang').error('request.read', { id: '' })).toMatchObject({
      code: 'invalid',
      field: 'id',
    })
  })
})

describe('mine', () => {
  it('lists my own, newest first, page by page, and nobody else’s', async () => {
    const he = street.as('he')
    const made: string[] = []
    for (let n = 0; n < 18; n++) {
      made.unshift(
        (await he.ok(requestService, 'submit', { ...lamp, text: `${lamp.text}${n}`, token: tokens.next() }))
          .request.id,
      )
    }
    await street.import(
      'requests',
      await street.copies(made[0]!, 7, n => ({ mineKey: `${1000000000000 + n}-old${n}` })),
    )
    const first = await he.ok(requestService, 'mine', {})
    const second = await he.ok(requestService, 'mine', { cursor: first.next! })
    expect(first.lines).toHaveLength(20)
    expect(second.lines).toHaveLength(5)
    expect(second.next).toBeUndefined()
    expect(first.lines.slice(0, 18).map(line => line.id)).toEqual(made)
    expect(
      (await street.as('stranger').ok(requestService, 'mine', {})).lines.every(
        line => !made.includes(line.id),
      ),
    ).toBe(true)
  })

  it('refuses a cursor that is too long', async () => {
    expect(await street.as('he').error('request.mine', { cursor: 'x'.repeat(81) })).toMatchObject({
      code: 'invalid',
      field: 'cursor',
    })
  })
})

describe('worklist', () => {
  it('is in order of tier, then deadline, for the officer’s own area', async () => {
    await submitLamp(street, { text: '厨房闻到很重的煤气味' })
    await submitLamp(street)
    const { area, lines } = await street.as('chen').ok(requestService, 'worklist', {})
    expect(area).toMatchObject({ id: 'g-1' })
    const order = lines.map(line => `${line.tier}-${line.dueAt}`)
    expect(order).toEqual([...order].sort())
    expect(lines[0]?.tier).toBe('A')
  })

  it('opens the areas below one’s own, and no others', async () => {
    expect(await street.as('wang').ok(requestService, 'worklist', { areaId: 'g-2' })).toMatchObject({
      area: { id: 'g-2' },
    })
    expect(await street.as('chen').error('request.worklist', { areaId: 'g-2' })).toMatchObject({
      code: 'notFound',
    })
    expect(await street.as('chen').error('request.worklist', { areaId: 'c-1' })).toMatchObject({
      code: 'notFound',
    })
  })

  it.each(['zhang', 'stranger', 'he'] as const)('is nothing to %s', async name => {
    expect(await street.as(name).error('request.worklist', {})).toMatchObject({ code: 'notFound' })
    expect(await street.as(name).error('request.worklist', { areaId: 'g-1' })).toMatchObject({
      code: 'notFound',
    })
  })

  it('refuses an area id that is none', async () => {
    expect(await street.as('chen').error('request.worklist', { areaId: 'G 1' })).toMatchObject({
      code: 'invalid',
      field: 'areaId',
    })
  })
})
