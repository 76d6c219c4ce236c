import { areaService } from '../../contract/area'
import { middleOf } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'

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
