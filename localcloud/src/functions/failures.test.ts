import { startTestCloud, type TestCloud } from '../testing/testCloud'

// Functions that loop, fail, or give and take too much.

const sdk = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); const db = cloud.database();`

const functions = {
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
  context: `exports.main = (event, context) => ({ event, id: context.request_id, fn: context.function_name, environment: JSON.parse(context.environment).WX_OPENID })`,
  relay: `${sdk} exports.main = ({ bytes }) => cloud.callFunction({ name: 'context', data: { text: '界'.repeat(bytes / 3) } }).then(() => 'passed', error => error.errMsg)`,
  counts: `let calls = 0; exports.main = () => ++calls`,
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud(functions)
})
afterAll(() => cloud.stop())

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
