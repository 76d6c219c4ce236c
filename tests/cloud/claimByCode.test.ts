import { accountService } from '../../contract/account'
import { unbound } from '../../domain/roster/binding'
import { minute } from '../../domain/time/china'
import { shiftClock } from '../support/localCloud'
import { tokens } from './tokens'
import { byCode, openUnboundStreet, type UnboundStreet } from './unboundStreet'

let street: UnboundStreet

beforeEach(async () => {
  street = await openUnboundStreet()
})

describe('claim by code', () => {
  it('binds whoever types it in, however they type it, once', async () => {
    const { code, until } = await street.codeFor('o-zhou')
    expect(code).toMatch(/^\d{8}$/)
    expect(until - Date.now()).toBeLessThanOrEqual(30 * minute)
    expect(JSON.stringify(await street.bindingOf('o-zhou'))).not.toContain(code)
    const typed = byCode(
      ` ${code.slice(0, 4)} ${code.slice(4).replace(/\d/g, digit => '０１２３４５６７８９'[Number(digit)]!)}`,
    )
    await street.as('wu').ok(accountService, 'claim', typed)
    expect(await street.bindingOf('o-zhou')).toMatchObject({ personId: street.id('wu'), version: 2 })
    expect((await street.bindingOf('o-zhou')).codeHash).toBeUndefined()
    expect((await street.as('stranger').error('account.claim', byCode(code))).code).toBe('notFound')
  })

  it('is good for half an hour, and only the last one given', async () => {
    const first = await street.codeFor('o-zhou')
    const second = await street.codeFor('o-zhou', 'lead')
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
    const { code } = await street.codeFor('o-zhou')
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
    const codes = [(await street.codeFor('o-zhou')).code, (await street.codeFor('o-chen')).code]
    await Promise.all(
      codes.map(code => street.as('wu').raw({ action: 'account.claim', input: byCode(code), v: 1 })),
    )
    expect(await street.find('bindings', { personId: street.id('wu') })).toHaveLength(1)
  })

  it('leaves the record of a post that is over for a new one', async () => {
    const [post] = await street.find('posts', { officerId: 'o-zhou' })
    await street.import('posts', [{ ...post, to: Date.now() + minute }])
    await street.as('wu').ok(accountService, 'claim', byCode((await street.codeFor('o-zhou')).code))
    await shiftClock(street.env, 2 * minute)
    await street.import('bindings', [unbound('o-chen')])
    await street.as('wu').ok(accountService, 'claim', byCode((await street.codeFor('o-chen')).code))
    expect((await street.bindingOf('o-zhou')).events.at(-1)).toMatchObject({ kind: 'released' })
    expect((await street.bindingOf('o-chen')).personId).toBe(street.id('wu'))
  })
})
