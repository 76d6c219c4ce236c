import { randomBytes } from 'node:crypto'
import { requestService } from '../../contract/request'
import { lamp, submitLamp } from './lamp'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet

beforeEach(async () => {
  street = await openStreet()
})

describe('submit', () => {
  it('says at once which tier, why, who has it and by when', async () => {
    const request = await submitLamp(street)
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
    const request = await submitLamp(street, { text: '厨房闻到很重的煤气味，邻居头晕' })
    expect(request.tier).toBe('A')
    expect(request.emergencyLines).toContain('119')
    const told = await street.find('inbox', { link: `/pages/request/index?id=${request.id}` })
    expect(told.map(line => line.personId).sort()).toEqual(
      [street.id('chen'), street.id('wang'), street.id('liu')].sort(),
    )
  })

  it('tells officers how it was sorted and how far that is to be trusted, and the resident the reason alone', async () => {
    const request = await submitLamp(street)
    expect(request).not.toHaveProperty('why')
    const { request: seen } = await street.as('chen').ok(requestService, 'read', { id: request.id })
    expect(seen.why).toMatchObject({
      answers: [{ what: 'tier', is: 'B 网格办' }, { what: 'category' }, { what: 'type' }],
      say: request.reasons.join(''),
      policy: 'triage:1',
    })
  })

  it('keeps a checked copy of a photo and no upload', async () => {
    const file = await street.as('zhang').upload('small.jpg')
    const request = await submitLamp(street, { photos: [file] })
    expect(request.photos).toEqual([{ id: expect.any(String), url: expect.stringMatching(/^http/) }])
    expect((await fetch(request.photos[0]?.url ?? '')).status).toBe(200)
  })

  it('opens with more pictures than storage gives addresses for at once', async () => {
    const { id } = await submitLamp(street)
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
    const request = await submitLamp(street, { photos: [file] })
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
