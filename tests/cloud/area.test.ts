import { areaService } from '../../contract/area'
import { contractVersion } from '../../contract/envelope'
import { requestService } from '../../contract/request'
import { middleOf } from './exampleStreet'
import { newLeave } from '../../domain/roster/leave'
import { day } from '../../domain/time/china'
import { cloudUrl, shiftClock } from '../support/localCloud'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeAll(async () => {
  street = await openStreet()
})

// Finding one's officer needs no account: a stranger asks throughout.
const ask = () => street.as('stranger')

describe('list', () => {
  it('walks from the street down to the grids', async () => {
    expect(await ask().ok(areaService, 'list', {})).toMatchObject({ areas: [{ id: 's-1', children: 1 }] })
    expect(await ask().ok(areaService, 'list', { parentId: 'b-1' })).toMatchObject({
      parent: { name: '甲一街区' },
      areas: [
        { id: 'g-1', children: 0 },
        { id: 'g-2', children: 0 },
      ],
    })
  })

  it('says so when there is no such area, and refuses what is no id', async () => {
    expect(await ask().error('area.list', { parentId: 'nowhere' })).toMatchObject({ code: 'notFound' })
    expect(await ask().error('area.list', { parentId: 7 })).toMatchObject({
      code: 'invalid',
      field: 'parentId',
    })
  })
})

describe('map', () => {
  it('gives the outlines of the community around a grid', async () => {
    const { within, areas } = await ask().ok(areaService, 'map', { areaId: 'g-1' })
    expect(within.id).toBe('c-1')
    expect(areas.map(area => area.id).sort()).toEqual(['g-1', 'g-2'])
    expect(areas[0]?.boundary[0]?.[0]?.length).toBe(5)
  })

  it('says so when there is no such area, and refuses what is no id', async () => {
    expect(await ask().error('area.map', { areaId: 'nowhere' })).toMatchObject({ code: 'notFound' })
    expect(await ask().error('area.map', {})).toMatchObject({ code: 'invalid', field: 'areaId' })
  })
})

describe('card', () => {
  it('says who looks after a grid, what they do, and how the month went', async () => {
    const card = await ask().ok(areaService, 'card', { areaId: 'g-1' })
    expect(card).toMatchObject({
      grid: { id: 'g-1' },
      officer: { name: '陈志强', onDuty: true, workPhone: '0755-00005678' },
      dutyPhone: '0755-00001234',
      month: { received: 0, settled: 0 },
    })
    expect(card.duties?.length).toBeGreaterThan(2)
    expect(card.team?.map(({ name, post, area }) => [name, post, area])).toEqual([
      ['梁伟', '街区负责人', '甲一街区'],
    ])
  })

  it('shows the face of the officer, and of whoever stands in', async () => {
    const own = await openStreet()
    const now = Date.now()
    for (const id of ['o-chen', 'o-zhou']) {
      const [officer] = await own.find('officers', { of: id })
      await own.import('officers', [{ ...officer, photo: await own.as('chen').upload('lamp.png') }])
    }
    const away = { officerId: 'o-chen', from: now - 1, to: now + day, coverId: 'o-zhou' }
    const doing = { by: { personId: own.id('chen') }, at: now, token: tokens.next() }
    await own.import('leaves', [newLeave('v-1', away, doing)])
    const { officer } = await own.as('stranger').ok(areaService, 'card', { areaId: 'g-1' })
    for (const url of [officer?.photo, officer?.away?.cover?.photo]) {
      const picture = await fetch(new URL(url ?? '', cloudUrl()))
      expect(picture.status).toBe(200)
    }
    const { usage } = await own
      .as('stranger')
      .raw({ action: 'area.card', input: { areaId: 'g-1' }, v: contractVersion })
    expect(usage.ops).toBe(2)
  })

  it('names the other nets over the same ground with their people, also to who came by a name', async () => {
    const own = await openStreet()
    const [grid] = await own.find('areas', { of: 'g-1' })
    await own.import('areas', [
      {
        ...grid,
        ...{ _id: 'x-1@1', of: 'x-1', kind: 'redGrid', tree: 'red', name: '红色一格', path: ['x-1'] },
      },
    ])
    const [post] = await own.find('posts', { of: 'q-post-1' })
    await own.import('posts', [
      { ...post, ...{ _id: 'q-red@1', of: 'q-red', areaId: 'x-1', kind: 'gridHead', name: '周敏' } },
    ])
    const others = async (areaId: string) =>
      (await own.as('stranger').ok(areaService, 'card', { areaId })).others
    expect(await others('g-1')).toMatchObject([
      { area: { id: 'x-1' }, tree: 'red', inside: true, officer: { name: '周敏', post: '网格长' } },
    ])
    expect(await others('x-1')).toEqual([])
    expect((await others('g-2')).filter(({ inside }) => !inside)).toEqual([])
    expect(await others('c-1')).toEqual([])
  })

  it('counts what is done and waits for the resident’s word apart from what is settled', async () => {
    const own = await openStreet()
    const report = (text: string) =>
      own.as('zhang').ok(requestService, 'submit', {
        ...{ text, place: { gridId: 'g-1' }, photos: [], token: tokens.next() },
      })
    await report('垃圾桶满了没人收')
    const { request } = await report('三单元楼道灯坏了')
    const { id } = request
    await own.as('chen').ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    await own.as('chen').ok(requestService, 'resolve', {
      ...{ id, version: 2, text: '换好了', manner: 'help', photos: [], token: tokens.next() },
    })
    const month = async () => (await own.as('stranger').ok(areaService, 'card', { areaId: 'g-1' })).month
    expect(await month()).toEqual({ received: 2, settled: 0, toConfirm: 1 })
    await own.as('zhang').ok(requestService, 'confirm', {
      ...{ id, version: 3, solved: 'yes', satisfaction: 'good', token: tokens.next() },
    })
    expect(await month()).toEqual({ received: 2, settled: 1, toConfirm: 0 })
  })

  it('costs at most three operations on a warm instance', async () => {
    await ask().ok(areaService, 'card', { areaId: 'g-1' })
    const { usage } = await ask().raw({ action: 'area.card', input: { areaId: 'g-1' }, v: contractVersion })
    expect(usage.ops).toBeLessThanOrEqual(3)
  })

  it('says so when there is no such area, and refuses what is no id', async () => {
    expect(await ask().error('area.card', { areaId: 'nowhere' })).toMatchObject({ code: 'notFound' })
    expect(await ask().error('area.card', {})).toMatchObject({ code: 'invalid', field: 'areaId' })
  })
})

describe('locate', () => {
  it.each([1, 2] as const)('finds grid %d and who looks after it', async grid => {
    const found = await ask().ok(areaService, 'locate', { point: middleOf(grid) })
    expect(found).toMatchObject({
      grid: { id: `g-${grid}` },
      inside: true,
      metresOutside: 0,
      officer: { name: grid === 1 ? '陈志强' : '周敏' },
    })
  })

  it('gives the nearest grid outside, and how far', async () => {
    const point = { lng: 114.049, lat: 22.7025 }
    const found = await ask().ok(areaService, 'locate', { point })
    expect(found).toMatchObject({ grid: { id: 'g-1' }, inside: false })
    // A thousandth of a degree of longitude at 22.7° north.
    expect(found.metresOutside).toBeGreaterThan(100)
    expect(found.metresOutside).toBeLessThan(105)
  })

  it('refuses a point abroad', async () => {
    expect(await ask().error('area.locate', { point: { lng: 0, lat: 0 } })).toMatchObject({
      code: 'invalid',
      field: 'point.lng',
    })
  })
})

it('never gives out a list of officers, nor a phone that is not a work phone', async () => {
  const everything = [
    await ask().ok(areaService, 'list', { parentId: 'b-1' }),
    await ask().ok(areaService, 'map', { areaId: 'g-1' }),
  ]
  expect(JSON.stringify(everything)).not.toMatch(/陈志强|周敏|梁伟|0755/)
})

describe('search', () => {
  const names = async (words: string) => (await ask().ok(areaService, 'search', { words })).found

  it.each([
    ['a building as it is written', '桂花苑3栋', '桂花苑 3 栋'],
    ['what people call it', '大榕树头', '老榕树'],
    ['the initials of an estate', 'ghy', '桂花苑'],
    ['characters that only sound alike', '贵花苑', '桂花苑'],
  ])('finds %s, with its grid', async (_, words, name) => {
    const [first] = await names(words)
    expect(first).toMatchObject({ kind: 'place', name, area: { kind: 'grid' } })
  })

  it('says what an area is: a block is no grid', async () => {
    expect((await names('甲一街区'))[0]).toMatchObject({ kind: 'area', what: '街区', area: { id: 'b-1' } })
  })

  it('finds an officer by the whole name only, so that nobody can list them', async () => {
    expect(await names('陈志强')).toMatchObject([{ kind: 'officer', name: '陈志强', area: { id: 'g-1' } }])
    for (const part of ['陈', '陈志', 'czq', '网格员']) {
      expect((await names(part)).filter(({ kind }) => kind === 'officer')).toEqual([])
    }
  })

  it('finds who holds a post now: nobody before the term, nobody after it, and a cover while somebody is away', async () => {
    const own = await openStreet()
    const hour = 3_600_000
    const now = Date.now()
    const [post] = await own.find('posts', { of: 'q-post-0' })
    const [from, to] = [now + 2 * hour, now + 4 * hour]
    await own.import('posts', [
      { ...post, _id: 'q-new@1', of: 'q-new', officerId: 'o-new', name: '欧阳春', from, to },
    ])
    await own.import('leaves', [
      newLeave(
        'v-1',
        { officerId: 'o-chen', from, to, coverId: 'o-zhou' },
        { by: { personId: own.id('chen') }, at: now, token: tokens.next() },
      ),
    ])
    const who = async (words: string) =>
      (await own.as('stranger').ok(areaService, 'search', { words })).found
        .filter(({ kind }) => kind === 'officer')
        .map(({ area }) => area.id)
    // The index is made before, and stays.
    expect([await who('欧阳春'), await who('陈志强'), await who('周敏')]).toEqual([[], ['g-1'], ['g-2']])
    await shiftClock(own.env, 3 * hour)
    expect([await who('欧阳春'), await who('陈志强')]).toEqual([['g-1'], []])
    expect((await who('周敏')).sort()).toEqual(['g-1', 'g-2'])
    await shiftClock(own.env, 5 * hour)
    expect([await who('欧阳春'), await who('陈志强'), await who('周敏')]).toEqual([[], ['g-1'], ['g-2']])
  })

  it('refuses nothing to search for, and somebody who tries one name after the other', async () => {
    expect(await ask().error('area.search', { words: ' ' })).toMatchObject({
      code: 'invalid',
      field: 'words',
    })
    const guess = (n: number) =>
      ask().raw({ action: 'area.search', input: { words: `陈志${n}` }, v: contractVersion })
    const codes = []
    for (let n = 0; n < 25; n++) {
      const { reply } = await guess(n)
      codes.push(reply.ok ? 'ok' : reply.error.code)
    }
    expect(codes.at(-1)).toBe('tooMany')
  })

  it('reads nothing more once it knows the names', async () => {
    const again = { action: 'area.search', input: { words: '老榕树' }, v: contractVersion }
    await street.as('zhang').raw(again)
    expect((await street.as('zhang').raw(again)).usage.ops).toBe(0)
  })
})

it('never gives a stranger a private phone', async () => {
  const answers = [
    await ask().ok(areaService, 'card', { areaId: 'g-1' }),
    await ask().ok(areaService, 'locate', { point: middleOf(1) }),
  ]
  const kept = await street.find('officers', {})
  const phones = kept.flatMap(({ privatePhone }) => (typeof privatePhone === 'string' ? [privatePhone] : []))
  expect(phones.length).toBeGreaterThan(0)
  for (const phone of phones) expect(JSON.stringify(answers)).not.toContain(phone)
})
