import type { Tile } from '../../contract/requestTerms'
import { requestService } from '../../contract/request'
import { contractVersion } from '../../contract/envelope'
import { middleOf, type Name } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const here = middleOf(1)
const north = (metres: number) => ({ lng: here.lng, lat: here.lat + metres / 111_320 })

interface Told {
  text: string
  address?: string
  point?: { lng: number; lat: number } | null
  tile?: Tile
}

const report = async (name: Name, { text, address, point = here, tile }: Told) => {
  const place = { ...(point ? { point } : { gridId: 'g-1' }), ...(address && { address }) }
  const { request } = await street
    .as(name)
    .ok(requestService, 'submit', { text, place, photos: [], ...(tile && { tile }), token: tokens.next() })
  return request
}

const similar = async (name: Name, { text, address, point = here }: Told) => {
  const place = { ...(point ? { point } : { gridId: 'g-1' }), ...(address && { address }) }
  return (await street.as(name).ok(requestService, 'similar', { text, place })).lines
}

const lift = { text: '6栋电梯又停了，停在三楼不动，张阿姨急死了', address: '6栋2单元1402' }
const sameLift = { text: '升降机坏了两天，上下楼不方便', address: '6栋', point: north(20) }

describe('before sending, a resident', () => {
  it('is offered what a neighbour has reported already, in neutral words and nothing more', async () => {
    const { id, createdAt } = await report('zhang', lift)
    const lines = await similar('li', sameLift)
    expect(lines).toEqual([
      {
        id,
        what: '电梯',
        place: '甲一街区 6栋',
        createdAt,
        status: 'submitted',
        households: 1,
        mine: false,
        reasons: ['说的是同样的事', '离您 50 米内'],
      },
    ])
    const sent = JSON.stringify(lines)
    for (const secret of ['张阿姨', '停在三楼', '1402', '2单元', street.id('zhang')])
      expect(sent).not.toContain(secret)
  })

  it('without a point is offered what lies in the grid', async () => {
    await report('zhang', { ...lift, point: null })
    expect(await similar('li', { ...sameLift, point: null })).toMatchObject([{ what: '电梯' }])
    expect(await similar('li', sameLift)).toMatchObject([{ what: '电梯' }])
  })

  it('near the border is offered what lies in the next grid', async () => {
    const border = { lng: here.lng + 0.0024, lat: here.lat }
    const beyond = { lng: here.lng + 0.0027, lat: here.lat }
    await report('li', { text: '路口的路灯全不亮', point: beyond })
    expect(await similar('zhang', { text: '路灯坏了五盏', point: border })).toMatchObject([{ what: '路灯' }])
  })

  it.each([
    ['is too far away', { ...lift, point: north(-240) }],
    ['is about another building', { ...lift, text: '9栋电梯停了', address: '9栋' }],
    ['is something else at the same place', { text: '6栋门口垃圾桶满了没人清', address: '6栋' }],
    ['is inside a home', { text: '我家卫生间漏水，电梯口都湿了', address: '6栋' }],
    ['is between people', { text: '隔壁天天吵，电梯里也吵', address: '6栋' }],
    ['is about an officer', { text: '网格员态度差，电梯坏了也不管', address: '6栋' }],
    ['was sent under a private tile', { ...lift, tile: 'care' as const }],
  ])('is not offered what %s', async (_, told) => {
    await report('zhang', told)
    expect(await similar('li', sameLift)).toEqual([])
  })

  it('is not offered what is said to be done', async () => {
    const { id } = await report('zhang', lift)
    const { request } = await street
      .as('chen')
      .ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    await street.as('chen').ok(requestService, 'resolve', {
      id,
      version: request.version,
      text: '修好了',
      manner: 'help',
      photos: [],
      token: tokens.next(),
    })
    expect(await similar('li', sameLift)).toEqual([])
  })

  it('in danger is asked nothing', async () => {
    await report('zhang', { text: '楼道里煤气味很重，头晕' })
    expect(await similar('li', { text: '楼道里好大煤气味，路灯也不亮' })).toEqual([])
  })

  it('sees which one is their own', async () => {
    await report('zhang', lift)
    expect(await similar('zhang', sameLift)).toMatchObject([{ mine: true }])
  })

  it('is told what is wrong with the question, and not to ask without end', async () => {
    const place = { point: here }
    expect(await street.as('li').error('request.similar', { text: '灯', place })).toMatchObject({
      code: 'invalid',
      field: 'text',
    })
    const nowhere = { text: '路灯坏了五盏', place: { gridId: 'g-none' } }
    expect(await street.as('li').error('request.similar', nowhere)).toMatchObject({
      code: 'invalid',
      field: 'place',
    })
    for (let n = 0; n < 20; n++) await similar('stranger', { text: `路灯坏了第${n}盏` })
    expect(
      await street.as('stranger').error('request.similar', { text: '路灯坏了五盏', place }),
    ).toMatchObject({
      code: 'tooMany',
    })
  })
})

describe('an officer', () => {
  it('sees what may be the same as a request, with the score and what speaks for it', async () => {
    const { id, no } = await report('zhang', lift)
    const other = await report('li', sameLift)
    const { lines } = await street.as('chen').ok(requestService, 'similarTo', { id: other.id })
    expect(lines).toMatchObject([
      { id, no, text: lift.text, reasons: ['说的是同样的事', '同类', '相距 20 米'] },
    ])
    expect(lines[0]?.score).toBeGreaterThan(0.28)
  })

  it('sees none of an area that is not theirs', async () => {
    const border = { lng: here.lng + 0.0024, lat: here.lat }
    const beyond = { lng: here.lng + 0.0027, lat: here.lat }
    await report('li', { text: '路口的路灯全不亮', point: beyond })
    const { id } = await report('zhang', { text: '路灯坏了五盏', point: border })
    expect((await street.as('chen').ok(requestService, 'similarTo', { id })).lines).toEqual([])
    expect((await street.as('wang').ok(requestService, 'similarTo', { id })).lines).toHaveLength(1)
  })

  it.each(['zhang', 'li', 'zhou', 'stranger'] as const)('alone may look: %s may not', async name => {
    const { id } = await report('zhang', lift)
    expect(await street.as(name).error('request.similarTo', { id })).toMatchObject({ code: 'notFound' })
    expect(await street.as('chen').error('request.similarTo', { id: 'r-none' })).toMatchObject({
      code: 'notFound',
    })
    expect(await street.as('chen').error('request.similarTo', { id: 7 })).toMatchObject({ code: 'invalid' })
  })
})

it('reads no more however many requests there are', async () => {
  const { id } = await report('zhang', lift)
  const ask = async () => {
    const { usage } = await street.as('li').raw({
      action: 'request.similar',
      input: { text: sameLift.text, place: { point: north(20), address: '6栋' } },
      v: contractVersion,
    })
    return usage
  }
  await ask()
  const before = await ask()
  expect(before.ops).toBeLessThanOrEqual(5)
  // Closed ones at the same spot, and open ones elsewhere in the street.
  const closed = await street.copies(id, 600, n => ({
    mineOpenKey: undefined,
    status: 'confirmed',
    no: `n${n}`,
  }))
  await street.import('requests', closed)
  const elsewhere = await street.copies(id, 600, n => ({
    _id: `r-elsewhere-${n}`,
    gridId: 'g-2',
    cell: `1.${n}`,
    mineOpenKey: `${1_700_000_000_000 + n}-x`,
  }))
  await street.import('requests', elsewhere)
  const after = await ask()
  expect(after.ops).toBe(before.ops)
  expect(after.examined).toBeLessThanOrEqual(after.returned + 20)
  expect(after.examined).toBe(before.examined)
})
