import { contractVersion } from '../../contract/envelope'
import { type PlateLine, plateService } from '../../contract/plate'
import { personIdOf } from '../../domain/id/documentId'
import type { Plate } from '../../domain/plate/plate'
import { plateCode, plateIdOf } from '../../domain/plate/plateCode'
import { readCode } from '../support/readCode'
import { fileBytes, setFaults } from '../support/localCloud'
import { openidOf, pepper } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const issue = (areaIds: string[], token = tokens.next()) =>
  street.as('wang').ok(plateService, 'issue', { areaIds, token })
const reissue = (areaId: string, shown: number, token = tokens.next()) =>
  street.as('wang').ok(plateService, 'reissue', { areaId, issue: shown, reason: '牌子丢了', token })
const open = (code: string) => street.as('stranger').ok(plateService, 'open', { code })
const stored = async (areaId: string) => {
  const [plate] = await street.find('plates', { _id: plateIdOf(areaId) })
  return plate as unknown as Plate
}
/** What a camera reads from the picture that was stored for the plate of an area. */
const codeOn = async (areaId: string) => {
  const read = await readCode(await fileBytes(street.env, (await stored(areaId)).picture?.fileId ?? ''))
  expect(read).toContain('/#/pages/plate/index?scene=')
  return read
}
const pictures = { action: 'wx.openApi:wxacode.getUnlimited', errorRate: 1 }
const first = ({ lines }: { lines: PlateLine[] }) => lines[0] as PlateLine

describe('from a plate to the officer', () => {
  it('takes one call, for somebody who was never here', async () => {
    await issue(['g-1'])
    expect(await open(await codeOn('g-1'))).toMatchObject({
      state: 'current',
      card: {
        grid: { id: 'g-1' },
        officer: { name: '陈志强', onDuty: true, workPhone: '0755-00005678' },
        dutyPhone: '0755-00001234',
        month: { received: 0 },
      },
    })
  })

  it('costs at most four operations on a warm instance', async () => {
    await issue(['g-1'])
    const event = {
      action: 'plate.open',
      input: { code: await codeOn('g-1') },
      v: contractVersion,
    }
    await street.as('stranger').raw(event)
    expect((await street.as('stranger').raw(event)).usage.ops).toBeLessThanOrEqual(4)
  })

  it('knows an old plate, and says whom to call and where to look', async () => {
    await issue(['g-1'])
    const old = await codeOn('g-1')
    await reissue('g-1', 1)
    expect(await open(old)).toEqual({
      state: 'old',
      area: { id: 'g-1', name: '第一网格', kind: 'grid' },
      dutyPhone: '0755-00001234',
    })
    expect(await open(await codeOn('g-1'))).toMatchObject({ state: 'current' })
  })

  it('knows that the area of a plate is no more', async () => {
    await issue(['g-1'])
    const code = await codeOn('g-1')
    await street.import('plates', [{ ...(await stored('g-1')), areaId: 'gone' }])
    expect(await open(code)).toMatchObject({ state: 'old' })
  })

  it.each([
    ['signed with another key', plateCode(plateIdOf('g-1'), 1, 'not the key')],
    ['something else', 'https://example.org/?scene=1'],
    ['nothing', ''],
    ['broken', '?scene=%'],
  ])('answers a code that is %s without an error and without a look at the database', async (_, code) => {
    await issue(['g-1'])
    expect(await open(code)).toMatchObject({ state: 'unknown' })
    const event = { action: 'plate.open', input: { code }, v: contractVersion }
    expect((await street.as('stranger').raw(event)).usage.ops).toBe(0)
  })
})

describe('issue', () => {
  it('gives each area a plate with a picture, once', async () => {
    const { lines } = await issue(['g-1', 'g-2', 'g-1'])
    expect(lines).toMatchObject([
      { area: { id: 'g-1' }, where: '甲社区 · 甲一街区', officer: '陈志强', issue: 1, ready: true },
      { area: { id: 'g-2' }, officer: '周敏', issue: 1, ready: true },
    ])
    const before = await stored('g-1')
    expect(await issue(['g-1'])).toMatchObject({ lines: [{ issue: 1, ready: true }] })
    expect(await stored('g-1')).toEqual(before)
  })

  it('leaves who, when and for what', async () => {
    const token = tokens.next()
    await issue(['g-1'], token)
    expect((await stored('g-1')).events).toEqual([
      {
        kind: 'issued',
        at: expect.any(Number),
        by: { personId: personIdOf(openidOf('wang'), pepper), officerId: 'o-wang', name: '王敏' },
        issue: 1,
        token,
      },
    ])
  })

  it('sent twice is one plate', async () => {
    const token = tokens.next()
    const answers = await Promise.all([issue(['g-1'], token), issue(['g-1'], token)])
    for (const answer of answers) expect(first(answer)).toMatchObject({ issue: 1, ready: true })
    expect(await street.find('plates', {})).toHaveLength(1)
  })

  it.each([
    ['has no permission', '-604101', /权限/],
    ['has had enough of us', '45009', /过几分钟/],
    ['cannot be reached', 'SYS_ERR', /没有连上微信/],
  ])('says so when WeChat %s, and goes on when it is sent again', async (_, code, words) => {
    await setFaults(street.env, [{ ...pictures, code }])
    const failed = await issue(['g-1', 'g-2'])
    for (const line of failed.lines) {
      expect(line).toMatchObject({ issue: 1, ready: false, problem: expect.stringMatching(words) })
    }
    await setFaults(street.env, [])
    expect((await issue(['g-1', 'g-2'])).lines).toMatchObject([{ ready: true }, { ready: true }])
    expect((await stored('g-1')).events).toHaveLength(1)
  })

  it('is for those who manage the plates of every area named', async () => {
    const input = { areaIds: ['g-1'], token: tokens.next() }
    for (const name of ['stranger', 'zhang', 'chen', 'lead'] as const) {
      expect(await street.as(name).error('plate.issue', input)).toMatchObject({ code: 'notFound' })
    }
    expect(await street.as('wang').error('plate.issue', { ...input, areaIds: ['g-1', 's-1'] })).toMatchObject(
      { code: 'notFound' },
    )
    expect(await street.as('wang').error('plate.issue', { ...input, areaIds: [] })).toMatchObject({
      code: 'invalid',
      field: 'areaIds',
    })
    expect(await street.find('plates', {})).toEqual([])
  })
})

describe('reissue', () => {
  it('makes the next plate, with who and why', async () => {
    await issue(['g-1'])
    expect(await reissue('g-1', 1)).toMatchObject({ line: { issue: 2, ready: true } })
    expect((await stored('g-1')).events).toMatchObject([
      { kind: 'issued', issue: 1 },
      { kind: 'reissued', issue: 2, reason: '牌子丢了', by: { name: '王敏' } },
    ])
  })

  it('sent twice makes one new plate', async () => {
    await issue(['g-1'])
    const token = tokens.next()
    await reissue('g-1', 1, token)
    expect(await reissue('g-1', 1, token)).toMatchObject({ line: { issue: 2, ready: true } })
  })

  it('of a plate that somebody else replaced meanwhile says so, and shows the new one', async () => {
    await issue(['g-1'])
    await reissue('g-1', 1)
    expect(
      await street
        .as('liu')
        .error('plate.reissue', { areaId: 'g-1', issue: 1, reason: '牌子旧了', token: tokens.next() }),
    ).toMatchObject({ code: 'conflict', current: { line: { issue: 2 } } })
  })

  it('revokes the old plate even when WeChat gives no picture', async () => {
    await issue(['g-1'])
    const old = await codeOn('g-1')
    await setFaults(street.env, [{ ...pictures, code: '45009' }])
    expect(await reissue('g-1', 1)).toMatchObject({
      line: { issue: 2, ready: false, problem: expect.any(String) },
    })
    expect(await open(old)).toMatchObject({ state: 'old' })
  })

  it('is for those who manage the plate, says why, and needs a plate', async () => {
    const input = { areaId: 'g-1', issue: 1, reason: '牌子丢了', token: tokens.next() }
    expect(await street.as('wang').error('plate.reissue', input)).toMatchObject({ code: 'notFound' })
    await issue(['g-1'])
    for (const name of ['stranger', 'chen'] as const) {
      expect(await street.as(name).error('plate.reissue', input)).toMatchObject({ code: 'notFound' })
    }
    expect(await street.as('wang').error('plate.reissue', { ...input, reason: ' ' })).toMatchObject({
      code: 'invalid',
      field: 'reason',
    })
  })

  it('comes to an end when the numbers do', async () => {
    await issue(['g-1'])
    const plate = await stored('g-1')
    const events = Array.from({ length: 200 }, () => plate.events[0])
    await street.import('plates', [{ ...plate, events }])
    expect(
      await street
        .as('wang')
        .error('plate.reissue', { areaId: 'g-1', issue: 1, reason: '牌子丢了', token: tokens.next() }),
    ).toMatchObject({ code: 'historyFull' })
  })
})

describe('list', () => {
  it('shows the areas with their plates, from where the officer is down', async () => {
    await issue(['g-2'])
    expect(await street.as('wang').ok(plateService, 'list', {})).toMatchObject({
      area: { id: 'c-1' },
      path: [{ id: 'c-1' }],
      below: [{ id: 'b-1' }],
      count: 2,
      lines: [
        { area: { id: 'g-2' }, issue: 1, ready: true },
        { area: { id: 'g-1' }, ready: false },
      ],
    })
    expect(await street.as('liu').ok(plateService, 'list', { areaId: 'b-1' })).toMatchObject({
      path: [{ id: 's-1' }, { id: 'c-1' }, { id: 'b-1' }],
      below: [],
    })
  })

  it('is for those who manage plates there', async () => {
    for (const name of ['stranger', 'zhang', 'chen', 'lead'] as const) {
      expect(await street.as(name).error('plate.list', {})).toMatchObject({ code: 'notFound' })
    }
    expect(await street.as('wang').error('plate.list', { areaId: 's-1' })).toMatchObject({ code: 'notFound' })
    expect(await street.as('wang').error('plate.list', { areaId: 'nowhere' })).toMatchObject({
      code: 'notFound',
    })
    expect(await street.as('wang').error('plate.list', { areaId: 7 })).toMatchObject({ code: 'invalid' })
  })
})
