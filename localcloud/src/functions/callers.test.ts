import { startTestCloud, type TestCloud } from '../testing/testCloud'

// Who is calling, and what functions are given, with the unmodified SDK.

// The SDK gives a request 15 s: enough for one call of an instance. Here 500 share a process, and two cores with other tests.
const sdk = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, timeout: 60_000 }); const db = cloud.database();`

const functions = {
  who: `${sdk} exports.main = async ({ n }) => {
    const before = cloud.getWXContext()
    await db.collection('notes').count()
    await new Promise(done => setTimeout(done, Math.random() * 20))
    const after = cloud.getWXContext()
    return { before: before.OPENID, after: after.OPENID, env: before.ENV, source: before.SOURCE, appid: before.APPID, n }
  }`,
  chain: `${sdk} exports.main = async event => ({
    own: cloud.getWXContext().SOURCE,
    next: (await cloud.callFunction({ name: 'who', data: { n: event.n } })).result
  })`,
  context: `exports.main = (event, context) => ({ event, id: context.request_id, fn: context.function_name, environment: JSON.parse(context.environment).WX_OPENID })`,
  broken: `exports.main = async () => { throw new Error('on purpose') }`,
  gives: `exports.main = ({ what }) => ({ text: 'plain text', nothing: null, json: '{"a":1}', date: new Date(5) })[what]`,
  passesOn: `${sdk} exports.main = ({ name, what }) => cloud.callFunction({ name, data: { what, at: new Date(7) } }).catch(error => ({ code: error.code, errCode: error.errCode, errMsg: error.errMsg }))`,
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud(functions, { collections: ['notes'], appid: 'wx1' })
})
afterAll(() => cloud.stop())

it('lets 500 calls at once each see their own caller, before and after they ask the database', async () => {
  const openids = Array.from({ length: 500 }, (_, n) => `o-${n}`)
  const answers = await Promise.all(openids.map((openid, n) => cloud.call('who', { n }, openid)))
  answers.forEach((answer, n) =>
    expect(answer).toMatchObject({
      result: { before: `o-${n}`, after: `o-${n}`, env: 'e', source: 'wx_client', appid: 'wx1', n },
    }),
  )
})

it('keeps the caller through a chain of functions and tells each how it was reached', async () => {
  const openids = Array.from({ length: 40 }, (_, n) => `chained-${n}`)
  const answers = await Promise.all(openids.map((openid, n) => cloud.call('chain', { n }, openid)))
  answers.forEach(({ result }, n) =>
    expect(result).toMatchObject({
      own: 'wx_client',
      next: { before: `chained-${n}`, source: 'wx_client,scf', n },
    }),
  )
})

it('passes results on as the SDK reads them: texts, JSON in texts, null, dates as texts', async () => {
  const given = async (what: string) =>
    ((await cloud.call('passesOn', { name: 'gives', what })).result as { result: unknown }).result
  expect(await given('text')).toBe('plain text')
  expect(await given('nothing')).toBeNull()
  expect(await given('json')).toEqual({ a: 1 })
  expect(await given('date')).toBe('1970-01-01T00:00:00.005Z')
  const { result } = await cloud.call('passesOn', { name: 'context' })
  expect(result).toMatchObject({ result: { event: { at: '1970-01-01T00:00:00.007Z' } } })
})

it('tells a function that calls another how that failed, with the code of the service', async () => {
  const failed = async (name: string) => (await cloud.call('passesOn', { name })).result
  expect(await failed('none')).toMatchObject({
    errCode: -1,
    code: 'FUNCTION_NOT_FOUND',
    errMsg: expect.stringContaining('callFunction:fail'),
  })
  expect(await failed('broken')).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
})

it('gives a function its event with who is calling, and its context', async () => {
  const { result } = await cloud.call('context', { a: 1, userInfo: { openId: 'o-boss' } })
  expect(result).toMatchObject({
    event: { a: 1, userInfo: { openId: 'o-ann', appId: 'wx1' } },
    id: expect.stringMatching(/^[\w-]{36}$/),
    fn: 'context',
    environment: 'o-ann',
  })
})
