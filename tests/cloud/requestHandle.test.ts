import { requestService } from '../../contract/request'
import { resolveLamp, submitLamp } from './lamp'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeEach(async () => {
  street = await openStreet()
})

describe('accept', () => {
  it('makes the officer the one who has it, stops the accept clock and tells the reporter', async () => {
    const { id } = await submitLamp(street)
    const { request } = await street
      .as('chen')
      .ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    expect(request).toMatchObject({ status: 'accepted', version: 2 })
    expect(request.moves).toEqual(['reply', 'askInfo', 'extend', 'retier', 'resolve', 'merge'])
    expect(request.clocks.map(clock => clock.name)).toEqual(['reply', 'resolve'])
    const told = await street.find('inbox', {
      personId: street.id('zhang'),
      link: `/pages/request/index?id=${id}`,
    })
    expect(told).toHaveLength(1)
  })

  it('happens once when it is sent twice', async () => {
    const { id } = await submitLamp(street)
    const input = { id, version: 1, token: tokens.next() }
    const chen = street.as('chen')
    await Promise.all([1, 2, 3].map(() => chen.ok(requestService, 'accept', input)))
    const { request } = await chen.ok(requestService, 'accept', input)
    expect(request.timeline.map(entry => entry.kind)).toEqual(['submitted', 'accepted'])
  })

  it('answers a screen that is behind with what is there now', async () => {
    const { id } = await submitLamp(street)
    await street.as('chen').ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    const error = await street.as('lead').error('request.accept', { id, version: 1, token: tokens.next() })
    expect(error).toMatchObject({
      code: 'conflict',
      current: { request: { status: 'accepted', version: 2 } },
    })
  })

  it('is refused in a state where it makes no sense', async () => {
    const { id, version } = await resolveLamp(street)
    expect(
      await street.as('chen').error('request.accept', { id, version, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState' })
  })

  it.each(['stranger', 'zhang', 'zhou', 'liu', 'he'] as const)('is not for %s', async name => {
    const { id } = await submitLamp(street)
    expect(
      await street.as(name).error('request.accept', { id, version: 1, token: tokens.next() }),
    ).toMatchObject({ code: 'notFound' })
  })

  it('refuses a version that is none', async () => {
    const { id } = await submitLamp(street)
    expect(
      await street.as('chen').error('request.accept', { id, version: 0, token: tokens.next() }),
    ).toMatchObject({ code: 'invalid', field: 'version' })
  })
})

describe('reply', () => {
  it('from the officer stops the reply clock and starts the work; from the reporter it is a word', async () => {
    const { id } = await submitLamp(street)
    await street.as('chen').ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    const { request } = await street
      .as('chen')
      .ok(requestService, 'reply', { id, text: '下午来看', photos: [], token: tokens.next() })
    expect(request.status).toBe('inProgress')
    expect(request.clocks.map(clock => clock.name)).toEqual(['resolve'])
    const back = await street
      .as('zhang')
      .ok(requestService, 'reply', { id, text: '好的，我在家', photos: [], token: tokens.next() })
    expect(back.request.timeline.at(-1)).toMatchObject({ kind: 'replied', by: '您', text: '好的，我在家' })
    expect(back.request.status).toBe('inProgress')
  })

  it('is said once when it is sent twice', async () => {
    const { id } = await submitLamp(street)
    const input = { id, text: '已经联系电工', photos: [], token: tokens.next() }
    await Promise.all([1, 2].map(() => street.as('chen').ok(requestService, 'reply', input)))
    const { request } = await street.as('chen').ok(requestService, 'reply', input)
    expect(request.timeline.filter(entry => entry.kind === 'replied')).toHaveLength(1)
  })

  it('loses no word when many speak at once', async () => {
    const { id } = await submitLamp(street)
    const words = Array.from({ length: 6 }, (_, n) => `第${n}句`)
    await Promise.all(
      words.map(text =>
        street.as('chen').ok(requestService, 'reply', { id, text, photos: [], token: tokens.next() }),
      ),
    )
    const { request } = await street.as('chen').ok(requestService, 'read', { id })
    expect(request.timeline.flatMap(entry => entry.text ?? []).sort()).toEqual([...words].sort())
  })

  it('is refused when the matter is closed', async () => {
    const { id, version } = await resolveLamp(street)
    await street.as('zhang').ok(requestService, 'confirm', {
      id,
      version,
      solved: 'yes',
      satisfaction: 'good',
      token: tokens.next(),
    })
    expect(
      await street
        .as('chen')
        .error('request.reply', { id, text: '再说一句', photos: [], token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState' })
  })

  it.each(['stranger', 'li', 'zhou', 'liu'] as const)('is not for %s', async name => {
    const { id } = await submitLamp(street)
    expect(
      await street.as(name).error('request.reply', { id, text: '你好', photos: [], token: tokens.next() }),
    ).toMatchObject({ code: 'notFound' })
  })

  it('refuses nothing said', async () => {
    const { id } = await submitLamp(street)
    expect(
      await street.as('chen').error('request.reply', { id, text: '  ', photos: [], token: tokens.next() }),
    ).toMatchObject({ code: 'invalid', field: 'text' })
  })

  it('refuses one word too many, and loses none of those before', async () => {
    const { id } = await submitLamp(street)
    const [request] = await street.find('requests', { _id: id })
    const events = Array.from({ length: 199 }, () => ({ kind: 'replied', at: 1, by: { kind: 'system' } }))
    await street.import('requests', [
      { ...request, _id: 'r-full', events: [...(request!.events as object[]), ...events] },
    ])
    expect(
      await street
        .as('chen')
        .error('request.reply', { id: 'r-full', text: '还有', photos: [], token: tokens.next() }),
    ).toMatchObject({ code: 'historyFull' })
  })
})

describe('resolve', () => {
  it('hands the turn to the reporter', async () => {
    const request = await resolveLamp(street)
    expect(request).toMatchObject({ status: 'resolved', turn: { who: 'reporter' }, moves: ['reply'] })
    const { lines } = await street.as('chen').ok(requestService, 'worklist', {})
    expect(lines.map(line => line.id)).not.toContain(request.id)
  })

  it('happens once when it is sent twice', async () => {
    const { id } = await submitLamp(street)
    await street.as('chen').ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    const input = {
      id,
      version: 2,
      text: '好了',
      manner: 'intervene' as const,
      photos: [],
      token: tokens.next(),
    }
    await Promise.all([1, 2].map(() => street.as('chen').ok(requestService, 'resolve', input)))
    const { request } = await street.as('chen').ok(requestService, 'resolve', input)
    expect(request.timeline.filter(entry => entry.kind === 'resolved')).toHaveLength(1)
  })

  it('needs it to be accepted first', async () => {
    const { id } = await submitLamp(street)
    const input = { id, version: 1, text: '好了', manner: 'help', photos: [], token: tokens.next() }
    expect(await street.as('chen').error('request.resolve', input)).toMatchObject({ code: 'wrongState' })
  })

  it('answers a screen that is behind, a stranger, and bad input', async () => {
    const { id } = await submitLamp(street)
    await street.as('chen').ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    const input = { id, version: 1, text: '好了', manner: 'help', photos: [], token: tokens.next() }
    expect(await street.as('chen').error('request.resolve', input)).toMatchObject({ code: 'conflict' })
    expect(await street.as('stranger').error('request.resolve', input)).toMatchObject({ code: 'notFound' })
    expect(await street.as('zhang').error('request.resolve', input)).toMatchObject({ code: 'notFound' })
    expect(await street.as('chen').error('request.resolve', { ...input, manner: 'magic' })).toMatchObject({
      code: 'invalid',
      field: 'manner',
    })
  })
})
