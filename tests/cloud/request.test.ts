import { randomBytes } from 'node:crypto'
import { requestService } from '../../contract/request'
import { openStreet, type OpenStreet } from './openStreet'
import { middleOf } from './exampleStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const lamp = {
  text: '三单元楼道的灯坏了，晚上看不见路',
  place: { point: middleOf(1) },
  photos: [] as string[],
}

const submitted = async (changes: Partial<typeof lamp> = {}) =>
  (await street.as('zhang').ok(requestService, 'submit', { ...lamp, ...changes, token: tokens.next() }))
    .request

const resolved = async () => {
  const { id } = await submitted()
  const chen = street.as('chen')
  const accepted = await chen.ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
  const { request } = await chen.ok(requestService, 'resolve', {
    id,
    version: accepted.request.version,
    text: '换了新灯泡',
    manner: 'help',
    photos: [],
    token: tokens.next(),
  })
  return request
}

describe('submit', () => {
  it('says at once which tier, why, who has it and by when', async () => {
    const request = await submitted()
    expect(request).toMatchObject({
      status: 'submitted',
      tier: 'B',
      handler: { name: '陈志强', post: '网格员' },
      path: [{ name: '样例街道' }, { name: '甲社区' }, { name: '甲一街区' }, { name: '第一网格' }],
      turn: { who: 'officer' },
      mine: true,
    })
    expect(request.no).toMatch(/^\d{6}-[0-9A-Z]{6}$/)
    expect(request.reasons.length).toBeGreaterThan(0)
    expect(request.clocks.map(clock => clock.name)).toEqual(['accept', 'reply', 'resolve'])
  })

  it('makes one request when it is sent twice, at the same moment even, and tells the grid member once', async () => {
    const zhang = street.as('zhang')
    const input = { ...lamp, token: tokens.next() }
    const answers = await Promise.all([1, 2, 3].map(() => zhang.ok(requestService, 'submit', input)))
    const later = await zhang.ok(requestService, 'submit', input)
    expect(new Set([...answers, later].map(({ request }) => request.id)).size).toBe(1)
    const { id } = later.request
    expect(await street.find('requests', { token: input.token })).toHaveLength(1)
    const told = await street.find('inbox', { link: `/pages/request/index?id=${id}` })
    expect(told).toHaveLength(1)
  })

  it('alerts the grid member, the community and the street together when there is danger', async () => {
    const request = await submitted({ text: '厨房闻到很重的煤气味，邻居头晕' })
    expect(request.tier).toBe('A')
    expect(request.emergencyLines).toContain('119')
    const told = await street.find('inbox', { link: `/pages/request/index?id=${request.id}` })
    expect(told.map(line => line.personId).sort()).toEqual(
      [street.id('chen'), street.id('wang'), street.id('liu')].sort(),
    )
  })

  it('keeps a checked copy of a photo and no upload', async () => {
    const file = await street.as('zhang').upload('small.jpg')
    const request = await submitted({ photos: [file] })
    expect(request.photos).toEqual([{ id: expect.any(String), url: expect.stringMatching(/^http/) }])
    expect((await fetch(request.photos[0]?.url ?? '')).status).toBe(200)
  })

  it('opens with more pictures than storage gives addresses for at once', async () => {
    const { id } = await submitted()
    for (let n = 0; n < 9; n++) {
      const files = await Promise.all(Array.from({ length: 6 }, () => street.as('zhang').upload('small.jpg')))
      await street.as('zhang').ok(requestService, 'reply', {
        id,
        text: `第 ${n} 次`,
        photos: files,
        token: randomBytes(16).toString('hex'),
      })
    }
    const { request } = await street.as('zhang').ok(requestService, 'read', { id })
    const urls = request.timeline.flatMap(({ photos: shown }) => shown.flatMap(({ url }) => url ?? []))
    expect(new Set(urls).size).toBe(54)
  })

  it('takes the report when a photo is no picture, and says so beside it', async () => {
    const file = await street.as('zhang').upload('not-a-picture.jpg')
    const request = await submitted({ photos: [file] })
    expect(request.photos).toEqual([{ id: expect.any(String), rejected: true }])
  })

  it.each([
    ['text', { text: '灯坏' }],
    ['text', { text: undefined }],
    ['place', { place: { gridId: 'g-nowhere' } }],
    ['place.point.lng', { place: { point: { lng: 2.3, lat: 48.8 } } }],
    ['photos.0', { photos: ['cloud://x/requests/r1/1.jpg'] }],
    ['tier', { tier: 'A' }],
  ])('refuses a bad %s by name', async (field, change) => {
    const error = await street
      .as('zhang')
      .error('request.submit', { ...lamp, token: tokens.next(), ...change })
    expect(error).toMatchObject({ code: 'invalid', field, message: expect.stringMatching(/[\u4e00-\u9fff]/) })
  })

  it('refuses a flood, but not the report that was sent again', async () => {
    const li = street.as('li')
    const inputs = Array.from({ length: 20 }, () => ({
      ...lamp,
      place: { gridId: 'g-2' },
      token: tokens.next(),
    }))
    for (const input of inputs) await li.ok(requestService, 'submit', input)
    expect(await li.error('request.submit', { ...lamp, token: tokens.next() })).toMatchObject({
      code: 'tooMany',
    })
    await li.ok(requestService, 'submit', inputs[0]!)
  })

  it('makes an account for somebody who was never here, with the first report', async () => {
    const token = tokens.next()
    await street.as('stranger').ok(requestService, 'submit', { ...lamp, token })
    expect(await street.find('people', { openid: 'test-stranger' })).toMatchObject([
      { openid: 'test-stranger', seenAt: 0 },
    ])
  })
})

describe('read', () => {
  it('is for its reporter and the officers of its areas', async () => {
    const { id } = await submitted()
    for (const name of ['zhang', 'chen', 'lead', 'wang', 'liu'] as const) {
      const { request } = await street.as(name).ok(requestService, 'read', { id })
      expect(request.mine).toBe(name === 'zhang')
    }
  })

  it('shows officers no name of the reporter', async () => {
    const { id } = await submitted()
    const { request } = await street.as('chen').ok(requestService, 'read', { id })
    expect(request.timeline[0]?.by).toBe('居民')
    expect(JSON.stringify(request)).not.toContain(street.id('zhang'))
  })

  it.each(['stranger', 'li', 'zhou', 'he'] as const)(
    'is nothing to %s, like one that does not exist',
    async name => {
      const { id } = await submitted()
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
    await submitted({ text: '厨房闻到很重的煤气味' })
    await submitted()
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

describe('accept', () => {
  it('makes the officer the one who has it, stops the accept clock and tells the reporter', async () => {
    const { id } = await submitted()
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
    const { id } = await submitted()
    const input = { id, version: 1, token: tokens.next() }
    const chen = street.as('chen')
    await Promise.all([1, 2, 3].map(() => chen.ok(requestService, 'accept', input)))
    const { request } = await chen.ok(requestService, 'accept', input)
    expect(request.timeline.map(entry => entry.kind)).toEqual(['submitted', 'accepted'])
  })

  it('answers a screen that is behind with what is there now', async () => {
    const { id } = await submitted()
    await street.as('chen').ok(requestService, 'accept', { id, version: 1, token: tokens.next() })
    const error = await street.as('lead').error('request.accept', { id, version: 1, token: tokens.next() })
    expect(error).toMatchObject({
      code: 'conflict',
      current: { request: { status: 'accepted', version: 2 } },
    })
  })

  it('is refused in a state where it makes no sense', async () => {
    const { id, version } = await resolved()
    expect(
      await street.as('chen').error('request.accept', { id, version, token: tokens.next() }),
    ).toMatchObject({ code: 'wrongState' })
  })

  it.each(['stranger', 'zhang', 'zhou', 'liu', 'he'] as const)('is not for %s', async name => {
    const { id } = await submitted()
    expect(
      await street.as(name).error('request.accept', { id, version: 1, token: tokens.next() }),
    ).toMatchObject({ code: 'notFound' })
  })

  it('refuses a version that is none', async () => {
    const { id } = await submitted()
    expect(
      await street.as('chen').error('request.accept', { id, version: 0, token: tokens.next() }),
    ).toMatchObject({ code: 'invalid', field: 'version' })
  })
})

describe('reply', () => {
  it('from the officer stops the reply clock and starts the work; from the reporter it is a word', async () => {
    const { id } = await submitted()
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
    const { id } = await submitted()
    const input = { id, text: '已经联系电工', photos: [], token: tokens.next() }
    await Promise.all([1, 2].map(() => street.as('chen').ok(requestService, 'reply', input)))
    const { request } = await street.as('chen').ok(requestService, 'reply', input)
    expect(request.timeline.filter(entry => entry.kind === 'replied')).toHaveLength(1)
  })

  it('loses no word when many speak at once', async () => {
    const { id } = await submitted()
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
    const { id, version } = await resolved()
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
    const { id } = await submitted()
    expect(
      await street.as(name).error('request.reply', { id, text: '你好', photos: [], token: tokens.next() }),
    ).toMatchObject({ code: 'notFound' })
  })

  it('refuses nothing said', async () => {
    const { id } = await submitted()
    expect(
      await street.as('chen').error('request.reply', { id, text: '  ', photos: [], token: tokens.next() }),
    ).toMatchObject({ code: 'invalid', field: 'text' })
  })

  it('refuses one word too many, and loses none of those before', async () => {
    const { id } = await submitted()
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
    const request = await resolved()
    expect(request).toMatchObject({ status: 'resolved', turn: { who: 'reporter' }, moves: ['reply'] })
    const { lines } = await street.as('chen').ok(requestService, 'worklist', {})
    expect(lines.map(line => line.id)).not.toContain(request.id)
  })

  it('happens once when it is sent twice', async () => {
    const { id } = await submitted()
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
    const { id } = await submitted()
    const input = { id, version: 1, text: '好了', manner: 'help', photos: [], token: tokens.next() }
    expect(await street.as('chen').error('request.resolve', input)).toMatchObject({ code: 'wrongState' })
  })

  it('answers a screen that is behind, a stranger, and bad input', async () => {
    const { id } = await submitted()
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

describe('confirm', () => {
  it('closes when the reporter says yes, once', async () => {
    const { id, version } = await resolved()
    const input = { id, version, solved: 'yes' as const, satisfaction: 'good' as const, token: tokens.next() }
    await street.as('zhang').ok(requestService, 'confirm', input)
    const { request } = await street.as('zhang').ok(requestService, 'confirm', input)
    expect(request).toMatchObject({ status: 'confirmed', turn: { who: 'nobody' }, moves: [] })
    expect(request.timeline.filter(entry => entry.kind === 'confirmed')).toHaveLength(1)
  })

  it.each(['no', 'partly'] as const)(
    'opens again on “%s”, back in the worklist, and the community hears',
    async solved => {
      const { id, version } = await resolved()
      const said = {
        id,
        version,
        solved,
        satisfaction: 'poor' as const,
        text: '晚上还是不亮',
        token: tokens.next(),
      }
      const { request } = await street.as('zhang').ok(requestService, 'confirm', said)
      expect(request).toMatchObject({ status: 'reopened', turn: { who: 'officer' } })
      const open = await street.find('requests', { _id: id })
      expect(open[0]?.openKey).toBeDefined()
      const told = await street.find('inbox', {
        personId: street.id('wang'),
        link: `/pages/request/index?id=${id}`,
      })
      expect(told.length).toBeGreaterThan(0)
    },
  )

  it('wants a sentence with “no”', async () => {
    const { id, version } = await resolved()
    const said = { id, version, solved: 'no', satisfaction: 'poor', token: tokens.next() }
    expect(await street.as('zhang').error('request.confirm', said)).toMatchObject({
      code: 'invalid',
      field: 'text',
    })
  })

  it.each(['chen', 'wang', 'stranger', 'li'] as const)('is the reporter’s alone, not for %s', async name => {
    const { id, version } = await resolved()
    const said = { id, version, solved: 'yes', satisfaction: 'good', token: tokens.next() }
    expect(await street.as(name).error('request.confirm', said)).toMatchObject({ code: 'notFound' })
  })

  it('answers a screen that is behind, and a state that is too early', async () => {
    const { id, version } = await resolved()
    const said = { id, solved: 'yes', satisfaction: 'good', token: tokens.next() }
    expect(
      await street.as('zhang').error('request.confirm', { ...said, version: version - 1 }),
    ).toMatchObject({ code: 'conflict' })
    const early = await submitted()
    expect(
      await street.as('zhang').error('request.confirm', { ...said, id: early.id, version: 1 }),
    ).toMatchObject({ code: 'wrongState' })
  })
})
