import { accountService } from '../../contract/account'
import { requestService } from '../../contract/request'
import { rosterService } from '../../contract/roster'
import { unbound } from '../../domain/roster/binding'
import { runTimer } from '../support/localCloud'
import { type Name } from './exampleStreet'
import { tokens } from './tokens'
import { byCode, openUnboundStreet, type UnboundStreet } from './unboundStreet'

let street: UnboundStreet

beforeEach(async () => {
  street = await openUnboundStreet()
})

describe('makeBindingCode', () => {
  it('gives the same code for the same call, and none to whoever may not', async () => {
    const input = { officerId: 'o-zhou', token: tokens.next() }
    const first = await street.as('wang').ok(rosterService, 'makeBindingCode', input)
    expect(await street.as('wang').ok(rosterService, 'makeBindingCode', input)).toEqual(first)
    expect((await street.bindingOf('o-zhou')).events).toMatchObject([
      { kind: 'codeMade', by: { officerId: 'o-wang' } },
    ])
    for (const name of ['stranger', 'zhang', 'chen'] as const) {
      const error = await street
        .as(name)
        .error('roster.makeBindingCode', { officerId: 'o-zhou', token: tokens.next() })
      expect(error.code).toBe('notFound')
    }
    // Nobody gives out the account of somebody above, nor of nobody.
    await street.import('bindings', [unbound('o-liu')])
    for (const officerId of ['o-liu', 'o-nobody']) {
      const error = await street
        .as('wang')
        .error('roster.makeBindingCode', { officerId, token: tokens.next() })
      expect(error.code).toBe('notFound')
    }
  })

  it('is not for a post above one’s own on the same area', async () => {
    const [post] = await street.find('posts', { officerId: 'o-zhou' })
    await street.import('posts', [
      { ...post, _id: 'q-plates@1', of: 'q-plates', areaId: 'b-1', kind: 'communityDuty' },
    ])
    const error = await street
      .as('lead')
      .error('roster.makeBindingCode', { officerId: 'o-zhou', token: tokens.next() })
    expect(error).toMatchObject({ code: 'wrongState', message: '周敏的绑定要由上一级来办。' })
  })

  it('is refused while an account is bound, and after too many', async () => {
    const bound = { officerId: 'o-chen', token: tokens.next() }
    expect((await street.as('wang').error('roster.makeBindingCode', bound)).message).toContain('先解除绑定')
    const used = { officerId: 'o-zhou', token: tokens.next() }
    const { code } = await street.as('wang').ok(rosterService, 'makeBindingCode', used)
    await street.as('wu').ok(accountService, 'claim', byCode(code))
    expect((await street.as('wang').error('roster.makeBindingCode', used)).code).toBe('wrongState')
    const replies = []
    for (let n = 0; n < 20; n++) {
      const input = { officerId: 'o-chen', token: tokens.next() }
      replies.push((await street.as('wang').error('roster.makeBindingCode', input)).code)
    }
    expect(replies.at(-1)).toBe('tooMany')
  })

  it('shows those in charge who has an account and whose code is out, and colleagues nothing', async () => {
    await street.codeFor('o-zhou')
    const read = async (name: Name, areaId: string) =>
      (await street.as(name).ok(rosterService, 'read', { areaId })).staff?.lines[0]
    expect(await read('wang', 'g-2')).toMatchObject({
      claimed: false,
      binding: { version: 1, codeUntil: expect.any(Number) as number },
    })
    expect(await read('lead', 'g-1')).toMatchObject({
      claimed: true,
      binding: { version: 1, since: expect.any(Number) as number },
    })
    const own = await street.as('chen').ok(rosterService, 'read', {})
    expect(own.mine[0]).not.toHaveProperty('binding')
  })
})

describe('releaseBinding', () => {
  const release = (officerId: string, version = 1) => ({
    officerId,
    version,
    reason: '换了手机',
    token: tokens.next(),
  })

  it('takes everything from the account at once, with a line of who did it and why', async () => {
    const { request } = await street.as('zhang').ok(requestService, 'submit', {
      text: '楼道灯坏了',
      place: { gridId: 'g-1' },
      photos: [],
      token: tokens.next(),
    })
    const input = release('o-chen')
    const first = await street.as('wang').ok(rosterService, 'releaseBinding', input)
    expect(first).toEqual({ binding: { version: 2 } })
    expect(await street.as('wang').ok(rosterService, 'releaseBinding', input)).toEqual(first)
    expect((await street.bindingOf('o-chen')).events).toMatchObject([
      { kind: 'bound' },
      { kind: 'released', by: { officerId: 'o-wang' }, reason: '换了手机', personId: street.id('chen') },
    ])
    expect((await street.as('chen').error('request.read', { id: request.id })).code).toBe('notFound')
    expect((await street.as('chen').ok(accountService, 'home', {})).work).toBeUndefined()
    const [stored] = await street.find('requests', {})
    expect(stored?.assignee).not.toHaveProperty('personId')
    expect((await street.told('chen')).filter(text => text.includes('不再绑定陈志强的岗位'))).toHaveLength(1)

    // The way back: a code, for the account on the new phone.
    await street.as('wu').ok(accountService, 'claim', byCode((await street.codeFor('o-chen')).code))
    const [again] = await street.find('requests', {})
    expect(again?.assignee).toMatchObject({ personId: street.id('wu') })
  })

  it('is for those in charge, and not for one’s own', async () => {
    for (const name of ['stranger', 'zhang', 'zhou', 'chen'] as const) {
      expect((await street.as(name).error('roster.releaseBinding', release('o-chen'))).code).toBe('notFound')
    }
    expect((await street.as('wang').error('roster.releaseBinding', release('o-liu'))).code).toBe('notFound')
    expect(await street.as('wang').error('roster.releaseBinding', release('o-wang'))).toMatchObject({
      code: 'wrongState',
      message: '不能解除自己的绑定，请同事或者上一级来办。',
    })
    await street.as('liu').ok(rosterService, 'releaseBinding', release('o-wang'))
  })

  it('lets go of what the screen showed, not of what came after', async () => {
    await street.as('wang').ok(rosterService, 'releaseBinding', release('o-chen'))
    const error = await street.as('lead').error('roster.releaseBinding', release('o-chen'))
    expect(error).toMatchObject({ code: 'conflict', current: { binding: { version: 2 } } })
    const none = await street.as('lead').error('roster.releaseBinding', release('o-chen', 2))
    expect(none.code).toBe('wrongState')
    expect(
      await street.as('lead').error('roster.releaseBinding', { ...release('o-zhou'), reason: ' ' }),
    ).toMatchObject({ code: 'invalid', field: 'reason' })
  })
})

it('an import, and its undo, change nobody’s account', async () => {
  await street.as('wu').ok(accountService, 'claim', byCode((await street.codeFor('o-zhou')).code))
  await street.as('wang').ok(rosterService, 'releaseBinding', {
    ...{ officerId: 'o-chen', version: 1, reason: '换了手机', token: tokens.next() },
  })
  const works = async (name: Name) => (await street.as(name).ok(accountService, 'home', {})).work?.area.id
  const [pointer] = await street.find('pointers', {})
  const next = (await street.find('posts', { version: 1 })).map(post => ({
    ...{ ...post, _id: `${String(post.of)}@2`, version: 2 },
  }))
  await street.import('posts', next)
  for (const roster of [2, 1]) {
    await street.import('pointers', [{ ...pointer, roster }])
    // Whoever decides about the roster looks at what is in force now.
    await street.codeFor('o-chen')
    expect([await works('wu'), await works('chen'), await works('zhou')]).toEqual([
      'g-2',
      undefined,
      undefined,
    ])
  }
})

it('goes on with the clock when more requests wait than one call goes through', async () => {
  const { id } = await street.report()
  const [one] = await street.find('requests', { _id: id })
  await street.import(
    'requests',
    await street.copies(id, 120, n => ({
      mineOpenKey: `${String(one!.mineOpenKey)}-${n}`,
      wakeAt: undefined,
    })),
  )
  const { waiting } = await street
    .as('wu')
    .ok(accountService, 'claim', byCode((await street.codeFor('o-zhou')).code))
  expect(waiting).toBe(121)
  for (let run = 0; run < 3; run++) await runTimer(street.env, 'clock')
  const accounts = (await street.find('requests', {})).map(
    ({ assignee }) => (assignee as { personId?: string }).personId,
  )
  expect(new Set(accounts)).toEqual(new Set([street.id('wu')]))
  expect(await street.bindingOf('o-zhou')).not.toHaveProperty('wakeAt')
  expect(await street.told('wu')).toHaveLength(121)
})
