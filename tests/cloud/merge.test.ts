import { requestService } from '../../contract/request'
import type { RequestView } from '../../contract/requestView'
import { middleOf, type Name } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const lamp = '村口的路灯全不亮'
const report = async (name: Name, text = lamp): Promise<RequestView> =>
  (
    await street
      .as(name)
      .ok(requestService, 'submit', { text, place: { point: middleOf(1) }, photos: [], token: tokens.next() })
  ).request
const both = async () => [await report('zhang'), await report('li', '牌坊那排路灯坏了五盏')] as const
const read = async (name: Name, id: string) =>
  (await street.as(name).ok(requestService, 'read', { id })).request
const merging = ({ id, version }: RequestView, main: RequestView) => ({
  id,
  version,
  into: main.id,
  text: '同一排灯',
  token: tokens.next(),
})
const merge = async (name: Name, request: RequestView, main: RequestView) =>
  (await street.as(name).ok(requestService, 'merge', merging(request, main))).request
const say = ({ id, version }: RequestView) => ({ id, version, text: '不是一排', token: tokens.next() })
const move = async (name: Name, action: 'accept' | 'resolve' | 'confirm' | 'reply', input: object) =>
  (await street.as(name).ok(requestService, action, { token: tokens.next(), ...input } as never))
    .request as RequestView
const resolve = async (id: string) => {
  const { version } = await move('chen', 'accept', { id, version: (await read('chen', id)).version })
  return move('chen', 'resolve', { id, version, text: '整排换新了', manner: 'help', photos: [] })
}
const told = async (name: Name, { id }: RequestView) =>
  (await street.find('inbox', { personId: street.id(name), link: `/pages/request/index?id=${id}` })).map(
    ({ text }) => String(text),
  )

describe('并案', () => {
  it('lets one be dealt with in another, once however often it is sent; each reporter keeps their own', async () => {
    const [main, request] = await both()
    const sent = merging(request, main)
    await Promise.all([1, 2].map(() => street.as('chen').ok(requestService, 'merge', sent)))
    const { request: inside } = await street.as('chen').ok(requestService, 'merge', sent)
    expect(inside).toMatchObject({
      status: 'accepted',
      mergedInto: { id: main.id, no: main.no },
      together: true,
      version: 2,
    })
    expect(inside.timeline.filter(({ kind }) => kind === 'merged')).toHaveLength(1)
    const taken = await read('chen', main.id)
    expect(taken).toMatchObject({ merged: [{ id: request.id, no: request.no }], households: 2 })
    expect(taken.timeline.filter(({ kind }) => kind === 'tookIn')).toHaveLength(1)
    const theirs = await read('li', request.id)
    expect(theirs).toMatchObject({ mine: true, together: true, status: 'accepted' })
    expect(theirs.mergedInto).toBeUndefined()
    expect((await read('zhang', main.id)).merged).toBeUndefined()
    const { lines } = await street.as('chen').ok(requestService, 'worklist', {})
    expect(lines.map(({ id }) => id)).toEqual([main.id])
  })

  it('shows the officer what each said and showed, and keeps it from the neighbours', async () => {
    const main = await report('zhang')
    const picture = await street.as('li').upload('small.jpg')
    const { request } = await street.as('li').ok(requestService, 'submit', {
      text: '牌坊那排路灯坏了五盏',
      place: { point: middleOf(1), address: '牌坊' },
      photos: [picture],
      token: tokens.next(),
    })
    await merge('chen', request, main)
    expect((await read('chen', main.id)).merged).toMatchObject([
      {
        id: request.id,
        text: '牌坊那排路灯坏了五盏',
        place: '牌坊',
        photos: [{ url: expect.any(String) as string }],
      },
    ])
    const theirs = JSON.stringify(await read('zhang', main.id))
    expect(theirs).not.toContain('牌坊')
    expect(theirs).not.toContain(request.photos[0]?.id)
  })

  it('shows an officer of one grid no words of another grid’s report', async () => {
    const main = await report('zhang')
    const { request } = await street.as('li').ok(requestService, 'submit', {
      text: '牌坊那排路灯坏了五盏',
      place: { point: middleOf(2) },
      photos: [],
      token: tokens.next(),
    })
    await merge('lead', request, main)
    expect((await read('lead', main.id)).merged).toMatchObject([{ id: request.id, text: request.text }])
    expect((await read('chen', main.id)).merged).toEqual([{ id: request.id, no: request.no }])
  })

  it('ends for each: every reporter hears that it is done and confirms alone', async () => {
    const [main, request] = await both()
    await merge('chen', request, main)
    await resolve(main.id)
    const theirs = await read('li', request.id)
    expect(theirs).toMatchObject({
      status: 'resolved',
      turn: { who: 'reporter' },
      moves: expect.arrayContaining(['confirm']),
    })
    expect(theirs.timeline.at(-1)).toMatchObject({
      kind: 'resolved',
      text: expect.stringContaining('整排换新了'),
    })
    expect((await told('li', request)).some(text => text.includes('办好了，请您看看'))).toBe(true)
    const { version } = await read('zhang', main.id)
    await move('zhang', 'confirm', { id: main.id, version, solved: 'yes', satisfaction: 'good' })
    expect(await read('li', request.id)).toMatchObject({ status: 'resolved' })
    const no = await move('li', 'confirm', {
      id: request.id,
      version: theirs.version,
      solved: 'no',
      satisfaction: 'poor',
      text: '我门口那盏还黑',
    })
    expect(no).toMatchObject({ status: 'reopened', together: false })
    expect((await street.as('chen').ok(requestService, 'worklist', {})).lines.map(({ id }) => id)).toEqual([
      request.id,
    ])
    expect((await read('chen', main.id)).merged).toBeUndefined()
  })

  it('sends a word to everybody only when the officer says so', async () => {
    const [main, request] = await both()
    await merge('chen', request, main)
    await move('chen', 'reply', { id: main.id, text: '张阿姨好', photos: [] }).catch(() => undefined)
    const { version } = await read('chen', main.id)
    await move('chen', 'accept', { id: main.id, version })
    await move('chen', 'reply', { id: main.id, text: '张阿姨好，在家吗', photos: [] })
    expect((await read('li', request.id)).timeline.map(({ text }) => text)).not.toContain('张阿姨好，在家吗')
    await move('chen', 'reply', { id: main.id, text: '师傅明天上午来', photos: [], toMerged: true })
    expect((await read('li', request.id)).timeline.at(-1)).toMatchObject({
      kind: 'replied',
      text: '师傅明天上午来',
    })
  })

  it('is undone: it goes on by itself', async () => {
    const [main, request] = await both()
    const inside = await merge('chen', request, main)
    const sent = say(inside)
    await Promise.all([1, 2].map(() => street.as('chen').ok(requestService, 'unmerge', sent)))
    const { request: alone } = await street.as('chen').ok(requestService, 'unmerge', sent)
    expect(alone.mergedInto).toBeUndefined()
    expect(alone.timeline.filter(({ kind }) => kind === 'unmerged')).toHaveLength(1)
    expect((await read('chen', main.id)).merged).toBeUndefined()
    expect((await street.as('chen').ok(requestService, 'worklist', {})).lines).toHaveLength(2)
    expect(await street.as('chen').error('request.unmerge', say(alone))).toMatchObject({ code: 'wrongState' })
    expect(await street.as('chen').error('request.unmerge', say(inside))).toMatchObject({ code: 'conflict' })
  })

  it('of two merged into each other at once leaves no circle', async () => {
    const [one, other] = await both()
    await Promise.allSettled([merge('chen', one, other), merge('lead', other, one)])
    const [a, b] = [await read('chen', one.id), await read('chen', other.id)]
    expect([a.mergedInto, b.mergedInto].filter(Boolean).length).toBeLessThanOrEqual(1)
    for (const [inside, main] of [
      [a, b],
      [b, a],
    ] as const)
      expect((main.merged ?? []).some(({ id }) => id === inside.id)).toBe(inside.mergedInto?.id === main.id)
  })

  it.each<[string, string, string, Name]>([
    ['danger into what is none', '楼道里煤气味很重，头晕', lamp, 'chen'],
    ['what another leads', '楼上物业施工太吵，工地一样', lamp, 'chen'],
  ])('refuses %s, and says why', async (_, text, into, name) => {
    const main = await report('zhang', into)
    const request = await report('li', text)
    expect(await street.as(name).error('request.merge', merging(request, main))).toMatchObject({
      code: 'wrongState',
      message: expect.stringMatching(/急事|牵头/),
    })
  })

  it('refuses into itself, twice, and what is behind', async () => {
    const [main, request] = await both()
    expect(await street.as('chen').error('request.merge', merging(request, request))).toMatchObject({
      code: 'wrongState',
    })
    const inside = await merge('chen', request, main)
    expect(await street.as('chen').error('request.merge', merging(request, main))).toMatchObject({
      code: 'conflict',
    })
    expect(await street.as('chen').error('request.merge', merging(inside, main))).toMatchObject({
      code: 'wrongState',
    })
    expect(
      await street.as('chen').error('request.merge', { ...merging(inside, main), text: ' ' }),
    ).toMatchObject({ code: 'invalid', field: 'text' })
  })

  it.each(['zhang', 'li', 'zhou', 'stranger'] as const)('is not for %s', async name => {
    const [main, request] = await both()
    expect(await street.as(name).error('request.merge', merging(request, main))).toMatchObject({
      code: 'notFound',
    })
    expect(await street.as(name).error('request.unmerge', say(request))).toMatchObject({ code: 'notFound' })
    expect(
      await street.as('chen').error('request.merge', { ...merging(request, main), into: 'r-none' }),
    ).toMatchObject({ code: 'notFound' })
  })
})
