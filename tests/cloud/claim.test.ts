import { accountService } from '../../contract/account'
import { requestService } from '../../contract/request'
import { rosterService } from '../../contract/roster'
import { type Binding, unbound } from '../../domain/roster/binding'
import { minute } from '../../domain/time/china'
import { inventedPhone } from '../../localcloud/src/platform/phoneNumbers'
import { runTimer, shiftClock } from '../support/localCloud'
import { openidOf, type Name } from './exampleStreet'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
  // 周敏 has come new into her post: her record is there, and no account yet. 徐 is the one who holds her phone.
  await street.import('bindings', [unbound('o-zhou')])
})

const newcomer: Name = 'xu'
const phoneOf = (name: Name) => inventedPhone(openidOf(name))

/** What the import wrote about an officer, with another private phone. */
const withPhone = async (officerId: string, privatePhone: string) => {
  const [officer] = await street.find('officers', { of: officerId })
  await street.import('officers', [{ ...officer, privatePhone }])
}
const byPhone = async (name: Name) => ({
  by: 'phone' as const,
  code: await street.as(name).phoneCode(),
  token: tokens.next(),
})
const byCode = (code: string) => ({ by: 'code' as const, code, token: tokens.next() })
const codeFor = (officerId: string, by: Name = 'wang') =>
  street.as(by).ok(rosterService, 'makeBindingCode', { officerId, token: tokens.next() })
const bindingOf = async (officerId: string) =>
  (await street.find('bindings', { _id: officerId }))[0] as unknown as Binding
const report = async () =>
  (
    await street.as('li').ok(requestService, 'submit', {
      text: '垃圾桶满了没人收',
      place: { gridId: 'g-2' },
      photos: [],
      token: tokens.next(),
    })
  ).request
const told = async (name: Name) =>
  (await street.find('inbox', { personId: street.id(name) })).map(({ text }) => String(text))

describe('claim by phone', () => {
  it('gives the account its posts at once, and what already waits', async () => {
    await withPhone('o-zhou', phoneOf(newcomer))
    const { id, no } = await report()
    const input = await byPhone(newcomer)
    expect(await street.as(newcomer).ok(accountService, 'claim', input)).toMatchObject({
      name: '周敏',
      posts: [{ post: '网格员', area: { id: 'g-2' } }],
      waiting: 1,
    })
    expect(await told(newcomer)).toEqual([`有一件事等您办：${no}`])
    const home = await street.as(newcomer).ok(accountService, 'home', {})
    expect(home.work).toMatchObject({ area: { id: 'g-2' }, open: 1 })
    const me = await street.as(newcomer).ok(accountService, 'inbox', {})
    expect(me).toMatchObject({ name: '周敏', posts: [{ post: '网格员' }] })

    const { request } = await street.as(newcomer).ok(requestService, 'read', { id })
    await street
      .as(newcomer)
      .ok(requestService, 'accept', { id, version: request.version, token: tokens.next() })
    // What happens to it from now on reaches the account: a resident's note, and a new report.
    const next = await report()
    expect(await told(newcomer)).toContain(`有一件新的事等您受理：${next.no}`)
  })

  it('keeps no phone number, and tells those in charge', async () => {
    await withPhone('o-zhou', phoneOf(newcomer))
    await street.as(newcomer).ok(accountService, 'claim', await byPhone(newcomer))
    const kept = [
      ...(await street.find('bindings', {})),
      ...(await street.find('claimTries', {})),
      ...(await street.find('people', {})),
    ]
    expect(JSON.stringify(kept)).not.toContain(phoneOf(newcomer))
    expect((await bindingOf('o-zhou')).events).toMatchObject([{ kind: 'bound', how: 'phone' }])
    for (const name of ['lead', 'wang', 'liu'] as const)
      expect(await told(name)).toContain('周敏绑定了微信，从现在起收得到消息')
    expect(await told('chen')).toEqual([])
  })

  it('takes the work phone of a post too', async () => {
    const [post] = await street.find('posts', { officerId: 'o-zhou' })
    await street.import('posts', [{ ...post, workPhone: `+86 ${phoneOf(newcomer)}` }])
    const { name } = await street.as(newcomer).ok(accountService, 'claim', await byPhone(newcomer))
    expect(name).toBe('周敏')
  })

  it('done twice is done once, and another time says whose it is already', async () => {
    await withPhone('o-zhou', phoneOf(newcomer))
    const input = await byPhone(newcomer)
    const first = await street.as(newcomer).ok(accountService, 'claim', input)
    expect(await street.as(newcomer).ok(accountService, 'claim', input)).toEqual(first)
    expect((await bindingOf('o-zhou')).events).toHaveLength(1)
    expect((await told('wang')).filter(text => text.includes('周敏'))).toHaveLength(1)
    expect(await street.as(newcomer).error('account.claim', await byPhone(newcomer))).toMatchObject({
      code: 'wrongState',
      message:
        '您的微信已经绑定了周敏（第二网格网格员），不用再绑。不对的话，请找甲一街区街区负责人梁伟来办，值班电话 0755-00001234。',
    })
  })

  it('says what to do when nobody has the number, several have it, or another account has the record', async () => {
    const stranger = street.as('stranger')
    expect(await stranger.error('account.claim', await byPhone('stranger'))).toMatchObject({
      code: 'notFound',
      message: '这个手机号没有登记在工作人员名单里。请负责您这片的同事给您一个绑定码。',
    })
    await withPhone('o-zhou', phoneOf('stranger'))
    await withPhone('o-lead', phoneOf('stranger'))
    expect(await stranger.error('account.claim', await byPhone('stranger'))).toMatchObject({
      code: 'wrongState',
      message: expect.stringContaining('分不清是哪一位') as string,
    })
    await withPhone('o-zhou', '13900000000')
    expect(await stranger.error('account.claim', await byPhone('stranger'))).toMatchObject({
      code: 'wrongState',
      message: expect.stringMatching(/已经绑定了别的微信。请找甲社区社区值班员王敏来办，值班电话/) as string,
    })
    expect(await street.find('people', { openid: openidOf('stranger') })).toHaveLength(1)
    expect((await bindingOf('o-lead')).personId).toBe(street.id('lead'))
  })

  it('refuses a code that WeChat did not give, or gave for another time', async () => {
    const made = { by: 'phone', code: 'made-up', token: tokens.next() }
    expect(await street.as('stranger').error('account.claim', made)).toMatchObject({
      code: 'invalid',
      field: 'code',
    })
  })

  it('does not bind the record of somebody who has left', async () => {
    await withPhone('o-zhou', phoneOf(newcomer))
    const [post] = await street.find('posts', { officerId: 'o-zhou' })
    await street.import('posts', [{ ...post, to: Date.now() - minute }])
    const error = await street.as(newcomer).error('account.claim', await byPhone(newcomer))
    expect(error.code).toBe('notFound')
  })

  it('in the same moment one of two accounts gets it, whole', async () => {
    await withPhone('o-zhou', phoneOf(newcomer))
    const { code } = await codeFor('o-zhou')
    await report()
    const [one, other] = [await byPhone(newcomer), byCode(code)]
    const replies = await Promise.all([
      street.as(newcomer).raw({ action: 'account.claim', input: one, v: 1 }),
      street.as('wu').raw({ action: 'account.claim', input: other, v: 1 }),
    ])
    expect(replies.filter(({ reply }) => reply.ok)).toHaveLength(1)
    const winner: Name = replies[0].reply.ok ? newcomer : 'wu'
    const binding = await bindingOf('o-zhou')
    expect(binding.personId).toBe(street.id(winner))
    expect(binding.events.filter(({ kind }) => kind === 'bound')).toHaveLength(1)
    const [request] = await street.find('requests', {})
    expect(request?.assignee).toMatchObject({ personId: street.id(winner) })
    const loser: Name = winner === 'wu' ? newcomer : 'wu'
    expect((await street.as(loser).ok(accountService, 'home', {})).work).toBeUndefined()
  })
})

describe('claim by code', () => {
  it('binds whoever types it in, however they type it, once', async () => {
    const { code, until } = await codeFor('o-zhou')
    expect(code).toMatch(/^\d{8}$/)
    expect(until - Date.now()).toBeLessThanOrEqual(30 * minute)
    expect(JSON.stringify(await bindingOf('o-zhou'))).not.toContain(code)
    const typed = byCode(
      ` ${code.slice(0, 4)} ${code.slice(4).replace(/\d/g, digit => '０１２３４５６７８９'[Number(digit)]!)}`,
    )
    await street.as('wu').ok(accountService, 'claim', typed)
    expect(await bindingOf('o-zhou')).toMatchObject({ personId: street.id('wu'), version: 2 })
    expect((await bindingOf('o-zhou')).codeHash).toBeUndefined()
    expect((await street.as('stranger').error('account.claim', byCode(code))).code).toBe('notFound')
  })

  it('is good for half an hour, and only the last one given', async () => {
    const first = await codeFor('o-zhou')
    const second = await codeFor('o-zhou', 'lead')
    const replaced = await street.as('wu').error('account.claim', byCode(first.code))
    expect(replaced).toMatchObject({
      code: 'notFound',
      message: expect.stringContaining('重新给一个') as string,
    })
    await shiftClock(street.env, 31 * minute)
    const late = await street.as('wu').error('account.claim', byCode(second.code))
    expect(late.message).toBe(replaced.message)
  })

  it('cannot be guessed: five tries in half an hour, many at once as well', async () => {
    const { code } = await codeFor('o-zhou')
    const wrong = (n: number) => byCode(String((Number(code) + n) % 100_000_000).padStart(8, '0'))
    const token = tokens.next()
    const tries = await Promise.all(
      // The same token with other digits is another try.
      Array.from({ length: 8 }, (_, n) =>
        street.as('stranger').raw({
          action: 'account.claim',
          input: { ...wrong(n + 1), ...(n < 4 && { token }) },
          v: 1,
        }),
      ),
    )
    const codes = tries.map(({ reply }) => (reply.ok ? 'ok' : reply.error.code))
    expect(codes.filter(one => one === 'notFound').length).toBeLessThanOrEqual(5)
    for (let more = 0; more < 5; more++) {
      await street.as('stranger').raw({ action: 'account.claim', input: wrong(20 + more), v: 1 })
    }
    expect(await street.as('stranger').error('account.claim', byCode(code))).toMatchObject({
      code: 'tooMany',
      message: expect.stringContaining('半小时') as string,
    })
    // Somebody else is not held up by it, and after the half hour nor is she; that code is too old by then.
    await street.as('wu').ok(accountService, 'claim', byCode(code))
    await shiftClock(street.env, 31 * minute)
    expect((await street.as('stranger').error('account.claim', byCode(code))).code).toBe('notFound')
  })

  it('one account binds one officer, even with two codes in the same moment', async () => {
    await street.import('bindings', [unbound('o-chen')])
    const codes = [(await codeFor('o-zhou')).code, (await codeFor('o-chen')).code]
    await Promise.all(
      codes.map(code => street.as('wu').raw({ action: 'account.claim', input: byCode(code), v: 1 })),
    )
    expect(await street.find('bindings', { personId: street.id('wu') })).toHaveLength(1)
  })

  it('leaves the record of a post that is over for a new one', async () => {
    const [post] = await street.find('posts', { officerId: 'o-zhou' })
    await street.import('posts', [{ ...post, to: Date.now() + minute }])
    await street.as('wu').ok(accountService, 'claim', byCode((await codeFor('o-zhou')).code))
    await shiftClock(street.env, 2 * minute)
    await street.import('bindings', [unbound('o-chen')])
    await street.as('wu').ok(accountService, 'claim', byCode((await codeFor('o-chen')).code))
    expect((await bindingOf('o-zhou')).events.at(-1)).toMatchObject({ kind: 'released' })
    expect((await bindingOf('o-chen')).personId).toBe(street.id('wu'))
  })
})

describe('makeBindingCode', () => {
  it('gives the same code for the same call, and none to whoever may not', async () => {
    const input = { officerId: 'o-zhou', token: tokens.next() }
    const first = await street.as('wang').ok(rosterService, 'makeBindingCode', input)
    expect(await street.as('wang').ok(rosterService, 'makeBindingCode', input)).toEqual(first)
    expect((await bindingOf('o-zhou')).events).toMatchObject([
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
    await codeFor('o-zhou')
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
    expect((await bindingOf('o-chen')).events).toMatchObject([
      { kind: 'bound' },
      { kind: 'released', by: { officerId: 'o-wang' }, reason: '换了手机', personId: street.id('chen') },
    ])
    expect((await street.as('chen').error('request.read', { id: request.id })).code).toBe('notFound')
    expect((await street.as('chen').ok(accountService, 'home', {})).work).toBeUndefined()
    const [stored] = await street.find('requests', {})
    expect(stored?.assignee).not.toHaveProperty('personId')
    expect((await told('chen')).filter(text => text.includes('不再绑定陈志强的岗位'))).toHaveLength(1)

    // The way back: a code, for the account on the new phone.
    await street.as('wu').ok(accountService, 'claim', byCode((await codeFor('o-chen')).code))
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
  await street.as('wu').ok(accountService, 'claim', byCode((await codeFor('o-zhou')).code))
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
    await codeFor('o-chen')
    expect([await works('wu'), await works('chen'), await works('zhou')]).toEqual([
      'g-2',
      undefined,
      undefined,
    ])
  }
})

it('goes on with the clock when more requests wait than one call goes through', async () => {
  const { id } = await report()
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
    .ok(accountService, 'claim', byCode((await codeFor('o-zhou')).code))
  expect(waiting).toBe(121)
  for (let run = 0; run < 3; run++) await runTimer(street.env, 'clock')
  const accounts = (await street.find('requests', {})).map(
    ({ assignee }) => (assignee as { personId?: string }).personId,
  )
  expect(new Set(accounts)).toEqual(new Set([street.id('wu')]))
  expect(await bindingOf('o-zhou')).not.toHaveProperty('wakeAt')
  expect(await told('wu')).toHaveLength(121)
})
