import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import { middleOf, type Name } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const report = async (text = '村口的路灯全不亮', name: Name = 'zhang'): Promise<RequestView> => {
  const place = { point: middleOf(1), address: '村口' }
  return (
    await street.as(name).ok(requestService, 'submit', { text, place, photos: [], token: tokens.next() })
  ).request
}
const join = async (name: Name, id: string, token = tokens.next()) =>
  (await street.as(name).ok(requestService, 'join', { id, token })).followed
const leave = async (name: Name, id: string, token = tokens.next()) =>
  (await street.as(name).ok(requestService, 'leave', { id, token })).followed
const read = async (name: Name, id: string) =>
  (await street.as(name).ok(requestService, 'read', { id })).request
const act = async (action: 'accept' | 'resolve', request: RequestView, more: object = {}) =>
  (
    await street.as('chen').ok(requestService, action, {
      id: request.id,
      version: request.version,
      token: tokens.next(),
      ...more,
    } as never)
  ).request as RequestView
const resolved = async (request: RequestView) =>
  act('resolve', await act('accept', request), { text: '换好了', manner: 'help', photos: [] })
const told = async (name: Name, id: string) =>
  (await street.find('inbox', { personId: street.id(name), link: `/pages/joined/index?id=${id}` }))
    .map(({ text }) => String(text))
    .sort()

describe('我也遇到', () => {
  it('counts one household however often it is pressed, and shows no more than everybody may know', async () => {
    const { id, no } = await report()
    const token = tokens.next()
    await Promise.all([join('li', id, token), join('li', id, token), join('li', id)])
    const followed = await join('li', id, token)
    expect(followed).toMatchObject({
      what: '路灯',
      place: '甲一街区',
      no,
      status: 'submitted',
      households: 2,
      mine: true,
      joined: true,
      steps: [{ kind: 'submitted' }],
    })
    expect(JSON.stringify(followed)).not.toContain('村口')
    expect(await street.find('joins', { requestId: id })).toHaveLength(1)
    expect((await read('zhang', id)).households).toBe(2)
  })

  it('of several at once counts all', async () => {
    const { id } = await report()
    await Promise.all((['li', 'he', 'wu', 'xu'] as const).map(name => join(name, id)))
    expect((await read('zhang', id)).households).toBe(5)
  })

  it('hears every step and the end, by itself, and nothing of what was said', async () => {
    const request = await report()
    await join('li', request.id)
    const done = await resolved(request)
    await street.as('zhang').ok(requestService, 'confirm', {
      id: done.id,
      version: done.version,
      solved: 'yes',
      satisfaction: 'good',
      token: tokens.next(),
    })
    expect(await told('li', request.id)).toEqual([
      `您也遇到的事办好了，已经结束：${request.no}`,
      `您也遇到的事办好了，您也看看：${request.no}`,
      `您也遇到的事有人受理了：${request.no}`,
    ])
    const { followed } = await street.as('li').ok(requestService, 'followed', { id: request.id })
    expect(followed.steps.map(({ kind }) => kind)).toEqual(['submitted', 'accepted', 'resolved', 'confirmed'])
    expect(JSON.stringify(followed)).not.toContain('换好了')
  })

  it('is left again, and a late retry of joining does not bring it back', async () => {
    const request = await report()
    const joining = tokens.next()
    const leaving = tokens.next()
    await join('li', request.id, joining)
    expect(await leave('li', request.id, leaving)).toMatchObject({
      joined: false,
      mine: false,
      households: 1,
    })
    expect(await join('li', request.id, joining)).toMatchObject({ joined: false })
    await act('accept', request)
    expect(await told('li', request.id)).toEqual([])
    expect(await join('li', request.id)).toMatchObject({ joined: true, households: 2 })
    expect(await leave('li', request.id, leaving)).toMatchObject({ joined: true })
  })

  it('is listed, newest first', async () => {
    const lamp = await report()
    const lift = await report('6栋电梯坏了两天')
    await join('li', lamp.id)
    await join('li', lift.id)
    const { lines } = await street.as('li').ok(requestService, 'following', {})
    expect(lines).toMatchObject([
      { id: lift.id, what: '电梯', mine: true },
      { id: lamp.id, what: '路灯', mine: true },
    ])
    await leave('li', lift.id)
    expect((await street.as('li').ok(requestService, 'following', {})).lines).toHaveLength(1)
    expect((await street.as('stranger').ok(requestService, 'following', {})).lines).toEqual([])
  })

  it.each([
    ['what is inside a home', '我家卫生间漏水了'],
    ['what is between people', '隔壁天天半夜吵架'],
    ['what is about an officer', '网格员态度差，路灯坏了也不管'],
  ])('is not for %s', async (_, text) => {
    const { id } = await report(text)
    expect(await street.as('li').error('request.join', { id, token: tokens.next() })).toMatchObject({
      code: 'notFound',
    })
  })

  it('is not for one’s own, nor for what is said to be done', async () => {
    const request = await report()
    const token = tokens.next()
    expect(await street.as('zhang').error('request.join', { id: request.id, token })).toMatchObject({
      code: 'wrongState',
    })
    await resolved(request)
    expect(await street.as('li').error('request.join', { id: request.id, token })).toMatchObject({
      code: 'wrongState',
    })
  })

  it('gives nothing to those who have not joined', async () => {
    const { id } = await report()
    for (const action of ['followed', 'leave'] as const) {
      const input = { id, ...(action === 'leave' && { token: tokens.next() }) }
      expect(await street.as('stranger').error(`request.${action}`, input)).toMatchObject({
        code: 'notFound',
      })
    }
    const nothing = { id: 'r-none', token: tokens.next() }
    expect(await street.as('li').error('request.join', nothing)).toMatchObject({ code: 'notFound' })
    expect(await street.as('li').error('request.join', { id })).toMatchObject({
      code: 'invalid',
      field: 'token',
    })
    await join('li', id)
    expect(await street.as('li').error('request.read', { id })).toMatchObject({ code: 'notFound' })
  })

  it('is not for pressing without end', async () => {
    const { id } = await report()
    for (let n = 0; n < 10; n++) {
      await join('stranger', id)
      await leave('stranger', id)
    }
    const more = { id, token: tokens.next() }
    expect(await street.as('stranger').error('request.join', more)).toMatchObject({ code: 'tooMany' })
    expect(await street.as('stranger').error('request.leave', more)).toMatchObject({ code: 'tooMany' })
  })

  it('counts an account once, whether it joined two that are one matter or reported one of them', async () => {
    const [main, other] = [await report(), await report('牌坊那排路灯坏了五盏', 'li')]
    await join('he', main.id)
    for (const name of ['li', 'wu'] as const) await join(name, main.id)
    for (const name of ['he', 'xu'] as const) await join(name, other.id)
    const merged = async (version: number) =>
      street.as('chen').ok(requestService, 'merge', {
        id: other.id,
        version,
        into: main.id,
        text: '同一排灯',
        token: tokens.next(),
      })
    const { request } = await merged(other.version)
    // 张, 李, who reported; 何, 吴 and 徐, who joined.
    expect(await read('chen', main.id)).toMatchObject({ households: 5 })
    await join('stranger', other.id)
    expect(await read('chen', main.id)).toMatchObject({ households: 6 })
    await leave('stranger', other.id)
    await street.as('chen').ok(requestService, 'unmerge', {
      id: other.id,
      version: request.version,
      text: '不是一排',
      token: tokens.next(),
    })
    expect(await read('chen', main.id)).toMatchObject({ households: 4 })
    expect(await read('chen', other.id)).toMatchObject({ households: 3 })
  })

  it('moves it forward in the worklist; from five households on officers are told, and decide', async () => {
    const [older, newer] = [await report('楼道灯坏了'), await report()]
    const order = async () =>
      (await street.as('chen').ok(requestService, 'worklist', {})).lines.map(({ id }) => id)
    expect(await order()).toEqual([older.id, newer.id])
    for (const name of ['li', 'he', 'wu', 'xu'] as const) await join(name, newer.id)
    expect(await order()).toEqual([newer.id, older.id])
    const seen = await read('chen', newer.id)
    expect(seen).toMatchObject({ households: 5, crowded: true, tier: newer.tier, version: 1 })
    expect(seen.timeline.at(-1)).toMatchObject({ kind: 'crowded', text: '已有 5 户遇到同一件事。' })
    expect((await read('zhang', newer.id)).timeline.map(({ kind }) => kind)).not.toContain('crowded')
    const link = `/pages/request/index?id=${newer.id}`
    expect(await street.find('inbox', { personId: street.id('wang'), link })).toHaveLength(1)
  })
})
