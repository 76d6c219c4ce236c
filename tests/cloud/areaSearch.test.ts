import { areaService } from '../../contract/area'
import { contractVersion } from '../../contract/envelope'
import { newLeave } from '../../domain/roster/leave'
import { shiftClock } from '../support/localCloud'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeAll(async () => {
  street = await openStreet()
})

// Finding one's officer needs no account: a stranger asks throughout.
const ask = () => street.as('stranger')

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
