import { contractVersion } from '../../contract/envelope'
import { openStreet, type OpenStreet } from './openStreet'

let street: OpenStreet
beforeAll(async () => {
  street = await openStreet()
})

const good = { action: 'account.home', input: {}, v: contractVersion }

it('answers with the cloud’s time', async () => {
  const { reply } = await street.as('zhang').raw(good)
  expect(reply).toMatchObject({ ok: true })
  expect(Math.abs(reply.now - Date.now())).toBeLessThan(60_000)
})

it.each([
  ['tooOld', { ...good, v: 0 }],
  ['tooOld', { action: good.action, input: {} }],
  ['unknownAction', { ...good, action: 'account.takeOver' }],
  ['unknownAction', { ...good, action: 'constructor.prototype' }],
  ['unknownAction', { input: {}, v: contractVersion }],
  ['invalid', { ...good, input: null }],
  ['invalid', { ...good, input: { gridId: { $gt: '' } } }],
])('answers %s, never throws', async (code, event) => {
  const { reply } = await street.as('zhang').raw(event)
  expect(reply).toMatchObject({
    ok: false,
    error: {
      code,
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  })
})

it('believes nobody about who they are', async () => {
  const event = {
    ...good,
    action: 'request.worklist',
    userInfo: { openId: 'test-chen' },
    openid: 'test-chen',
  }
  const { reply } = await street.as('stranger').raw(event)
  expect(reply).toMatchObject({ ok: false, error: { code: 'notFound' } })
})

it('reads nothing when the envelope is refused', async () => {
  const { usage } = await street.as('zhang').raw({ ...good, action: 'account.takeOver' })
  expect(usage.ops).toBe(0)
})
