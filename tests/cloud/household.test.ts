import { accountService } from '../../contract/account'
import { areaService } from '../../contract/area'
import { contractVersion } from '../../contract/envelope'
import { requestService } from '../../contract/request'
import { callFunction, makeEnvironment, tokenFor } from '../support/localCloud'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeAll(async () => {
  street = await openStreet()
})

const mum = { label: '妈妈家', gridId: 'g-2', building: '桂花苑3栋2单元502' }
const stored = async (name: 'zhang' | 'li' | 'stranger') =>
  (await street.find('people', { openid: `test-${name}` }))[0]

describe('keepPlace', () => {
  it('keeps a place of the family down to its building, beside my own home', async () => {
    const { places } = await street
      .as('zhang')
      .ok(accountService, 'keepPlace', { ...mum, token: tokens.next() })
    expect(places).toMatchObject([
      { id: 'home', label: '我家', grid: { id: 'g-1' } },
      { label: '妈妈家', grid: { name: '第二网格' }, building: '桂花苑3栋' },
    ])
    expect(JSON.stringify(await stored('zhang'))).not.toMatch(/单元|502/)
  })

  it('sent twice is one place', async () => {
    const input = { label: '奶奶家', gridId: 'g-1', token: tokens.next() }
    const first = await street.as('zhang').ok(accountService, 'keepPlace', input)
    expect(await street.as('zhang').ok(accountService, 'keepPlace', input)).toEqual(first)
    expect(first.places.filter(({ label }) => label === '奶奶家')).toHaveLength(1)
  })

  it('changes one that is kept, also twice', async () => {
    const { places } = await street.as('zhang').ok(accountService, 'places', {})
    const { id } = places.find(({ label }) => label === '妈妈家')!
    const input = { placeId: id, label: '爸妈家', gridId: 'g-1', token: tokens.next() }
    for (let n = 0; n < 2; n++) {
      const changed = await street.as('zhang').ok(accountService, 'keepPlace', input)
      expect(changed.places[1]).toEqual({
        id,
        label: '爸妈家',
        grid: { id: 'g-1', name: '第一网格', kind: 'grid' },
      })
    }
  })

  it('makes the account of somebody who never wrote anything', async () => {
    await street.as('stranger').ok(accountService, 'keepPlace', { ...mum, token: tokens.next() })
    expect(await stored('stranger')).toMatchObject({ places: [{ label: '妈妈家' }] })
  })

  it('refuses a grid that is none, a name that is taken, and changing what is not there', async () => {
    const refused = (input: object) =>
      street.as('zhang').error('account.keepPlace', { ...mum, token: tokens.next(), ...input })
    expect(await refused({ gridId: 'c-1' })).toMatchObject({ code: 'invalid', field: 'gridId' })
    expect(await refused({ label: '爸妈家' })).toMatchObject({ code: 'invalid', field: 'label' })
    expect(await refused({ label: '' })).toMatchObject({
      code: 'invalid',
      field: 'label',
      message: '请写一下这是谁家。',
    })
    expect(await refused({ placeId: 'f-nobody' })).toMatchObject({ code: 'notFound' })
  })

  it('lets nobody change a place of somebody else', async () => {
    const [, place] = (await street.as('zhang').ok(accountService, 'places', {})).places
    expect(
      await street.as('li').error('account.keepPlace', { ...mum, placeId: place!.id, token: tokens.next() }),
    ).toMatchObject({ code: 'notFound' })
    expect((await street.as('li').ok(accountService, 'places', {})).places.map(({ id }) => id)).toEqual([
      'home',
    ])
  })

  it('stops at five, and at a flood', async () => {
    const codes: string[] = []
    for (let n = 0; n < 25; n++) {
      const { reply } = await street.as('li').raw({
        action: 'account.keepPlace',
        input: { label: `家人${n}`, gridId: 'g-1', token: tokens.next() },
        v: contractVersion,
      })
      codes.push(reply.ok ? 'ok' : reply.error.code)
    }
    expect(codes.filter(code => code === 'ok')).toHaveLength(5)
    expect(codes[5]).toBe('invalid')
    expect(codes.at(-1)).toBe('tooMany')
  })
})

describe('forgetPlace', () => {
  it('forgets a place of the family, and twice is once', async () => {
    const zhang = street.as('zhang')
    const place = (await zhang.ok(accountService, 'places', {})).places.find(
      ({ label }) => label === '奶奶家',
    )!
    const input = { placeId: place.id, token: tokens.next() }
    const first = await zhang.ok(accountService, 'forgetPlace', input)
    expect(first.places.map(({ label }) => label)).toEqual(['我家', '爸妈家'])
    expect(await zhang.ok(accountService, 'forgetPlace', input)).toEqual(first)
  })

  it('forgets my home down to the last trace, and the rest stays', async () => {
    const zhang = street.as('zhang')
    await zhang.ok(accountService, 'setHome', {
      gridId: 'g-1',
      building: '桂花苑3栋502',
      token: tokens.next(),
    })
    expect(await stored('zhang')).toMatchObject({ homeGridId: 'g-1', homeBuilding: '桂花苑3栋' })
    const { places } = await zhang.ok(accountService, 'forgetPlace', {
      placeId: 'home',
      token: tokens.next(),
    })
    expect(places.map(({ label }) => label)).toEqual(['爸妈家'])
    const person = (await stored('zhang')) ?? {}
    expect('homeGridId' in person || 'homeBuilding' in person).toBe(false)
    expect((await zhang.ok(accountService, 'home', {})).home).toBeUndefined()
  })

  it('does nothing for somebody who has nothing here, nor to others', async () => {
    const before = await stored('li')
    const [place] = (await street.as('li').ok(accountService, 'places', {})).places.slice(1)
    await street.as('he').ok(accountService, 'forgetPlace', { placeId: place!.id, token: tokens.next() })
    expect(await stored('li')).toEqual(before)
    expect(await street.as('zhou').error('account.forgetPlace', { token: tokens.next() })).toMatchObject({
      code: 'invalid',
      field: 'placeId',
    })
  })
})

it('moving home to another grid leaves no building of the old one behind', async () => {
  const wu = street.as('wu')
  await wu.ok(accountService, 'setHome', { gridId: 'g-1', building: '3栋', token: tokens.next() })
  const moved = await wu.ok(accountService, 'setHome', { gridId: 'g-2', token: tokens.next() })
  expect(moved.places).toEqual([
    { id: 'home', label: '我家', grid: { id: 'g-2', name: '第二网格', kind: 'grid' } },
  ])
})

describe('an environment in which nothing was set up', () => {
  const call = async (action: string, input: object) => {
    const token = await tokenFor('empty-street', 'test-anyone')
    return (
      await callFunction<{ ok: boolean; data?: unknown; error?: { code: string } }>(token, 'api', {
        action,
        input,
        v: contractVersion,
      })
    ).result
  }
  beforeAll(() => makeEnvironment({ id: 'empty-street' }))

  it('says that there is no street yet', async () => {
    expect(await call('account.home', {})).toMatchObject({ ok: true, data: { notOpen: true, requests: [] } })
    expect(await call('account.inbox', {})).toMatchObject({ ok: true, data: { items: [] } })
    expect(await call('area.list', {})).toMatchObject({ ok: true, data: { areas: [] } })
    expect(await call('area.search', { words: '桂花苑' })).toMatchObject({ ok: true, data: { found: [] } })
  })

  it('refuses with a reason what needs one', async () => {
    expect(await call('area.locate', { point: { lng: 114, lat: 22.7 } })).toMatchObject({
      error: { code: 'notFound' },
    })
    expect(
      await call('request.submit', { text: '楼道灯坏了', place: {}, photos: [], token: tokens.next() }),
    ).toMatchObject({ error: { code: 'invalid' } })
  })
})

it('a report can be about a place of the family', async () => {
  const zhang = street.as('zhang')
  const [place] = (await zhang.ok(accountService, 'home', {})).places
  const { request } = await zhang.ok(requestService, 'submit', {
    text: '妈妈家楼道的灯坏了',
    place: { gridId: place!.grid!.id, ...(place!.building && { address: place!.building }) },
    photos: [],
    token: tokens.next(),
  })
  expect(request.path.at(-1)).toMatchObject({ id: 'g-1' })
})

it('the whole officer card of a place comes in one call, for at most two operations', async () => {
  const event = {
    action: 'area.locate',
    input: { point: { lng: 114.0525, lat: 22.7025 } },
    v: contractVersion,
  }
  await street.as('he').raw(event)
  const { reply, usage } = await street.as('he').raw(event)
  expect(reply).toMatchObject({
    ok: true,
    data: {
      grid: { id: 'g-1' },
      officer: { name: '陈志强', workPhone: '0755-00005678' },
      dutyPhone: '0755-00001234',
      month: { received: expect.any(Number) as number },
      team: [{ name: '梁伟' }],
    },
  })
  expect(usage.ops).toBeLessThanOrEqual(2)
  expect((await street.as('he').ok(areaService, 'card', { areaId: 'g-1' })).duties?.length).toBeGreaterThan(2)
})
