import { accountService } from '../../contract/account'
import { requestService } from '../../contract/request'
import { minute } from '../../domain/time/china'
import { inventedPhone } from '../../localcloud/src/platform/phoneNumbers'
import { openidOf, type Name } from './exampleStreet'
import { tokens } from './tokens'
import { byCode, openUnboundStreet, type UnboundStreet } from './unboundStreet'

let street: UnboundStreet

beforeEach(async () => {
  street = await openUnboundStreet()
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

describe('claim by phone', () => {
  it('gives the account its posts at once, and what already waits', async () => {
    await withPhone('o-zhou', phoneOf(newcomer))
    const { id, no } = await street.report()
    const input = await byPhone(newcomer)
    expect(await street.as(newcomer).ok(accountService, 'claim', input)).toMatchObject({
      name: '周敏',
      posts: [{ post: '网格员', area: { id: 'g-2' } }],
      waiting: 1,
    })
    expect(await street.told(newcomer)).toEqual([`有一件事等您办：${no}`])
    const home = await street.as(newcomer).ok(accountService, 'home', {})
    expect(home.work).toMatchObject({ area: { id: 'g-2' }, open: 1 })
    const me = await street.as(newcomer).ok(accountService, 'inbox', {})
    expect(me).toMatchObject({ name: '周敏', posts: [{ post: '网格员' }] })

    const { request } = await street.as(newcomer).ok(requestService, 'read', { id })
    await street
      .as(newcomer)
      .ok(requestService, 'accept', { id, version: request.version, token: tokens.next() })
    // What happens to it from now on reaches the account: a resident's note, and a new report.
    const next = await street.report()
    expect(await street.told(newcomer)).toContain(`有一件新的事等您受理：${next.no}`)
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
    expect((await street.bindingOf('o-zhou')).events).toMatchObject([{ kind: 'bound', how: 'phone' }])
    for (const name of ['lead', 'wang', 'liu'] as const)
      expect(await street.told(name)).toContain('周敏绑定了微信，从现在起收得到消息')
    expect(await street.told('chen')).toEqual([])
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
    expect((await street.bindingOf('o-zhou')).events).toHaveLength(1)
    expect((await street.told('wang')).filter(text => text.includes('周敏'))).toHaveLength(1)
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
    expect((await street.bindingOf('o-lead')).personId).toBe(street.id('lead'))
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
    const { code } = await street.codeFor('o-zhou')
    await street.report()
    const [one, other] = [await byPhone(newcomer), byCode(code)]
    const replies = await Promise.all([
      street.as(newcomer).raw({ action: 'account.claim', input: one, v: 1 }),
      street.as('wu').raw({ action: 'account.claim', input: other, v: 1 }),
    ])
    expect(replies.filter(({ reply }) => reply.ok)).toHaveLength(1)
    const winner: Name = replies[0].reply.ok ? newcomer : 'wu'
    const binding = await street.bindingOf('o-zhou')
    expect(binding.personId).toBe(street.id(winner))
    expect(binding.events.filter(({ kind }) => kind === 'bound')).toHaveLength(1)
    const [request] = await street.find('requests', {})
    expect(request?.assignee).toMatchObject({ personId: street.id(winner) })
    const loser: Name = winner === 'wu' ? newcomer : 'wu'
    expect((await street.as(loser).ok(accountService, 'home', {})).work).toBeUndefined()
  })
})
