import { writeFunctions, startTestCloud, type TestCloud } from '../testing/testCloud'

// Functions with the unmodified SDK, as a mini program calls them.

const sdk = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); const db = cloud.database();`

const functions = {
  who: {
    'index.js': `${sdk} exports.main = async ({ n }) => {
    const before = cloud.getWXContext()
    await db.collection('notes').count()
    await new Promise(done => setTimeout(done, Math.random() * 20))
    const after = cloud.getWXContext()
    return { before: before.OPENID, after: after.OPENID, env: before.ENV, source: before.SOURCE, appid: before.APPID, n }
  }`,
    // 500 at once share one process here, and two cores with other tests.
    'config.json': `{"timeout": 30}`,
  },
  chain: `${sdk} exports.main = async event => ({
    own: cloud.getWXContext().SOURCE,
    next: (await cloud.callFunction({ name: 'who', data: { n: event.n } })).result
  })`,
  context: `exports.main = (event, context) => ({ event, id: context.request_id, fn: context.function_name, environment: JSON.parse(context.environment).WX_OPENID })`,
  loop: {
    'index.js': `exports.main = () => { for (;;); }`,
    'config.json': `{"timeout": 1}`,
  },
  loopsLonger: {
    'index.js': `exports.main = () => { console.log('round and round'); for (;;); }`,
    'config.json': `{"timeout": 3}`,
  },
  loadsLong: {
    'index.js': `const until = Date.now() + 1500; while (Date.now() < until); exports.main = () => 'loaded'`,
    'config.json': `{"timeout": 1}`,
  },
  slow: `exports.main = () => new Promise(done => setTimeout(() => done('late'), 25_000))`,
  broken: `exports.main = async () => { throw new Error('on purpose') }`,
  unparsable: `exports.main = (`,
  mainless: `exports.other = () => 1`,
  exits: `exports.main = () => process.exit(3)`,
  crashes: `exports.main = () => new Promise(() => setTimeout(() => { throw new Error('from nowhere') }, 10))`,
  nothing: `exports.main = () => undefined`,
  circle: `exports.main = () => { const a = {}; a.a = a; return a }`,
  huge: `exports.main = ({ bytes }) => '界'.repeat(bytes / 3)`,
  relay: `${sdk} exports.main = ({ bytes }) => cloud.callFunction({ name: 'context', data: { text: '界'.repeat(bytes / 3) } }).then(() => 'passed', error => error.errMsg)`,
  gives: `exports.main = ({ what }) => ({ text: 'plain text', nothing: null, json: '{"a":1}', date: new Date(5) })[what]`,
  passesOn: `${sdk} exports.main = ({ name, what }) => cloud.callFunction({ name, data: { what, at: new Date(7) } }).catch(error => ({ code: error.code, errCode: error.errCode, errMsg: error.errMsg }))`,
  counts: `let calls = 0; exports.main = () => ++calls`,
  parts: {
    'index.js': `const { word } = require('./lib/word'); exports.main = () => word`,
    'lib/word.js': `exports.word = 'first'`,
  },
  prints: `exports.main = ({ n }) => { console.log('printed', n); return n }`,
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

it('ends a function that loops; the call beside it is told why, and the next one is served', async () => {
  const beside = cloud.call('slow')
  expect(await cloud.call('loop')).toMatchObject({
    errCode: -504003,
    errMsg: expect.stringContaining('timed out after 1 seconds'),
  })
  expect(await beside).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringMatching(/loop did not end within 1 s.*this call ran in the same one/),
  })
  expect(await cloud.call('nothing')).toMatchObject({ result: null })
})

it('serves other requests while a function loops', async () => {
  cloud.lines.length = 0
  let isOver = false
  const looped = cloud.call('loopsLonger').finally(() => (isOver = true))
  while (!cloud.lines.includes('round and round')) await new Promise(done => setTimeout(done, 10))
  expect((await fetch(`${cloud.url}/_cloud/people`)).status).toBe(200)
  expect(isOver).toBe(false)
  expect(await looped).toMatchObject({ errCode: -504003 })
})

it('does not count the loading of a function as time of the call', async () => {
  expect(await cloud.call('loadsLong')).toEqual({ result: 'loaded', requestID: expect.any(String) })
})

it('answers for functions that fail, each in its way, and goes on', async () => {
  const failing: Record<string, RegExp> = {
    broken: /FUNCTIONS_EXECUTE_FAIL Error: on purpose\n.*broken/,
    unparsable: /SyntaxError/,
    mainless: /mainless\/index\.js exports no function named main/,
    exits: /the instance ended \(code 3\)/,
    crashes: /the instance ended \(code 1\)[^]*from nowhere/,
    circle: /circular structure/,
    none: /FUNCTION_NOT_FOUND/,
    '..%2Fnone': /FUNCTION_NOT_FOUND/,
  }
  for (const [fn, reason] of Object.entries(failing)) {
    const { errCode, errMsg } = await cloud.call(fn)
    expect(errMsg).toMatch(reason)
    expect(errCode).toBeLessThan(0)
  }
  expect(await cloud.call('counts')).toMatchObject({ result: 1 })
})

it('carries 6 MB and not a byte more, there and back, naming the size and the limit', async () => {
  const most = 6 * 1024 * 1024
  expect((await cloud.call('huge', { bytes: most - 3 })).result).toHaveLength((most - 3) / 3)
  expect(await cloud.call('huge', { bytes: most })).toMatchObject({
    errMsg: expect.stringContaining(`the result of huge has ${most + 2} bytes; the limit is ${most}`),
  })
  expect(await cloud.call('relay', { bytes: most - 100 })).toMatchObject({ result: 'passed' })
  expect(await cloud.call('relay', { bytes: most })).toMatchObject({
    result: expect.stringMatching(
      /the data of the call of context has 62914\d\d bytes; the limit is 6291456/,
    ),
  })
  const answer = await cloud.post('/_cloud/call/nothing', { text: 'x'.repeat(most) })
  expect(answer.status).toBe(413)
})

it('starts a function cold when asked to, and only that one', async () => {
  const [first] = [await cloud.call('counts'), await cloud.call('counts')]
  await cloud.post('/_cloud/test/cold', { function: 'counts' })
  expect(Number(first.result)).toBeGreaterThan(0)
  expect((await cloud.call('counts')).result).toBe(1)
  expect((await cloud.call('counts')).result).toBe(2)
})

it('takes a function anew when one of its files has changed', async () => {
  expect((await cloud.call('parts')).result).toBe('first')
  writeFunctions(`${cloud.folder}/functions`, { parts: { 'lib/word.js': `exports.word = 'second'` } })
  expect((await cloud.call('parts')).result).toBe('second')
})

it('takes a function that is added while it runs', async () => {
  writeFunctions(`${cloud.folder}/functions`, { added: `exports.main = () => 'here'` })
  expect((await cloud.call('added')).result).toBe('here')
})

it('logs what each call printed and cost', async () => {
  await Promise.all([cloud.call('prints', { n: 1 }), cloud.call('prints', { n: 2 })])
  await cloud.call('who', { n: 3 })
  const { calls } = (await (await fetch(`${cloud.url}/_cloud/console/view/log`)).json()) as {
    calls: { fn: string; output: string[]; ops: number; actions: object[] }[]
  }
  expect(calls[0]).toMatchObject({
    fn: 'who',
    ops: 1,
    actions: [{ action: 'database.calculateDocument', collection: 'notes' }],
  })
  const printed = calls.filter(({ fn }) => fn === 'prints').map(({ output }) => output)
  expect(printed.sort()).toEqual([['printed 1'], ['printed 2']])
})
