import { accountService } from '../../contract/account'
import { requestService } from '../../contract/request'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeAll(async () => {
  street = await openStreet()
})

const report = (text: string) => ({ text, place: { gridId: 'g-1' }, photos: [], token: tokens.next() })

describe('home', () => {
  it('shows a resident who looks after her, what she has open and what is being discussed', async () => {
    await street.as('zhang').ok(requestService, 'submit', report('三单元楼道灯坏了'))
    const home = await street.as('zhang').ok(accountService, 'home', {})
    expect(home).toMatchObject({
      street: '样例街道',
      home: {
        grid: { name: '第一网格' },
        officer: { name: '陈志强', post: '网格员', onDuty: true },
        dutyPhone: '0755-00001234',
      },
      requests: [{ text: '三单元楼道灯坏了' }],
      topics: [{ title: '楼道灯换成声控的' }],
    })
    expect(home.work).toBeUndefined()
  })

  it('shows an officer the work that waits', async () => {
    const home = await street.as('chen').ok(accountService, 'home', {})
    expect(home.work).toMatchObject({
      area: { id: 'g-1' },
      open: 1,
      moreThanCounted: false,
      nextDueAt: expect.any(Number),
      mayRecord: true,
    })
    expect(home.unread).toBe(1)
  })

  it('lets a stranger look with the grid the phone remembers, and writes nothing about them', async () => {
    const home = await street.as('stranger').ok(accountService, 'home', { gridId: 'g-2' })
    expect(home).toMatchObject({ home: { officer: { name: '周敏' } }, unread: 0, requests: [] })
    expect(await street.find('people', { openid: 'test-stranger' })).toEqual([])
  })

  it('is whole without any grid, and forgets one that is gone', async () => {
    expect((await street.as('stranger').ok(accountService, 'home', {})).home).toBeUndefined()
    expect(
      (await street.as('stranger').ok(accountService, 'home', { gridId: 'g-gone' })).home,
    ).toBeUndefined()
  })

  it('refuses a grid id that is none', async () => {
    expect(await street.as('zhang').error('account.home', { gridId: '../1' })).toMatchObject({
      code: 'invalid',
      field: 'gridId',
    })
  })
})

describe('setHome', () => {
  it('remembers the grid, and twice is once', async () => {
    const input = { gridId: 'g-1', token: tokens.next() }
    await street.as('stranger').ok(accountService, 'setHome', input)
    await street.as('stranger').ok(accountService, 'setHome', input)
    expect(await street.find('people', { openid: 'test-stranger' })).toMatchObject([{ homeGridId: 'g-1' }])
    expect((await street.as('stranger').ok(accountService, 'home', {})).home?.grid.id).toBe('g-1')
  })

  it('leaves the rest of the account alone', async () => {
    await street.as('chen').ok(accountService, 'setHome', { gridId: 'g-2', token: tokens.next() })
    expect(await street.find('people', { openid: 'test-chen' })).toMatchObject([
      { homeGridId: 'g-2', createdAt: expect.any(Number) as number },
    ])
  })

  it.each(['g-none', 'c-1'])('refuses %s, which is no grid', async gridId => {
    const error = await street.as('li').error('account.setHome', { gridId, token: tokens.next() })
    expect(error).toMatchObject({ code: 'invalid', field: 'gridId' })
  })
})

describe('inbox', () => {
  it('holds what I was told, and only that', async () => {
    const { request } = await street.as('zhang').ok(requestService, 'submit', report('垃圾桶满了没人收'))
    await street.as('chen').ok(requestService, 'accept', { id: request.id, version: 1, token: tokens.next() })
    const zhang = await street.as('zhang').ok(accountService, 'inbox', {})
    expect(zhang.items).toMatchObject([{ unread: true, link: `/pages/request/index?id=${request.id}` }])
    const chen = await street.as('chen').ok(accountService, 'inbox', {})
    expect(chen.posts).toMatchObject([{ post: '网格员', area: { id: 'g-1' } }])
    expect((await street.as('li').ok(accountService, 'inbox', {})).items).toEqual([])
    // Only who may publish policies is shown the way there.
    expect(chen.mayOpen).toEqual([])
    expect((await street.as('liu').ok(accountService, 'inbox', {})).mayOpen).toEqual([
      'policies',
      'plates',
      'imports',
    ])
  })

  it('says nothing of the matter itself: phones are shared', async () => {
    const { items } = await street.as('zhang').ok(accountService, 'inbox', {})
    expect(items.every(item => !item.text.includes('垃圾'))).toBe(true)
  })

  it('refuses a cursor that is empty', async () => {
    expect(await street.as('li').error('account.inbox', { cursor: '' })).toMatchObject({
      code: 'invalid',
      field: 'cursor',
    })
  })
})

describe('markSeen', () => {
  it('marks all up to a moment, and never goes back', async () => {
    const zhang = street.as('zhang')
    const { items } = await zhang.ok(accountService, 'inbox', {})
    const upTo = items[0]!.at
    const input = { upTo, token: tokens.next() }
    expect(await zhang.ok(accountService, 'markSeen', input)).toEqual({ seenAt: upTo })
    expect(await zhang.ok(accountService, 'markSeen', input)).toEqual({ seenAt: upTo })
    expect(await zhang.ok(accountService, 'markSeen', { upTo: 1, token: tokens.next() })).toEqual({
      seenAt: upTo,
    })
    expect((await zhang.ok(accountService, 'home', {})).unread).toBe(0)
    expect((await zhang.ok(accountService, 'inbox', {})).items.every(item => !item.unread)).toBe(true)
  })

  it('cannot mark what has not happened yet', async () => {
    const { seenAt } = await street
      .as('li')
      .ok(accountService, 'markSeen', { upTo: Date.now() + 1e9, token: tokens.next() })
    expect(seenAt).toBeLessThan(Date.now() + 60_000)
  })

  it('refuses what is no instant', async () => {
    expect(await street.as('li').error('account.markSeen', { upTo: -1, token: tokens.next() })).toMatchObject(
      { code: 'invalid', field: 'upTo' },
    )
  })
})
