import { startTestCloud, type TestCloud } from '../testing/testCloud'

// What no SDK sends: the service answers it with a code, too.

let cloud: TestCloud
let direct = ''
beforeAll(async () => {
  cloud = await startTestCloud({}, { collections: ['c'] })
  const { url } = (await (await fetch(`${cloud.url}/_cloud/test/sdk`)).json()) as { url: string }
  direct = url
})
afterAll(() => cloud.stop())

const ask = async (body: unknown, url = direct) => {
  const answer = await fetch(url, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as { code?: string; message?: string; requestId: string; data?: unknown }
}
const database = (action: string, more: object = {}) =>
  ask({ envName: 'e', action: `database.${action}`, collectionName: 'c', ...more })

it.each(['database.nothing', 'constructor', '__proto__', 'storage.nothing'])(
  'answers the action %s, which there is not, with INVALID_PARAM',
  async action => {
    expect(await ask({ envName: 'e', action })).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining(action),
      requestId: expect.stringMatching(/^[\w-]{36}$/),
    })
  },
)

it('answers a body that is no JSON, and one without a collection, with INVALID_PARAM', async () => {
  expect(await ask('{', direct)).toMatchObject({ code: 'INVALID_PARAM', message: 'the body is no JSON' })
  expect(await database('getDocument', { collectionName: '' })).toMatchObject({ code: 'INVALID_PARAM' })
  expect(await database('getDocument', { query: '{"a":' })).toMatchObject({ code: 'INVALID_PARAM' })
})

it('answers for a collection that is not there as the service does, and says in the log what to do here', async () => {
  cloud.lines.length = 0
  expect(await database('getDocument', { collectionName: 'none' })).toMatchObject({
    code: 'DATABASE_COLLECTION_NOT_EXIST',
    message: expect.stringMatching(
      /^\[ResourceNotFound\] Db or Table not exist: none\. .*更多错误信息请访问/,
    ),
  })
  expect(cloud.lines).toEqual([
    expect.stringMatching(/^\[collection\] none is not there: name it under "collections"/),
  ])
})

it('answers whoever belongs to no call of a function with INVALID_REQUEST_SOURCE', async () => {
  const { origin } = new URL(direct)
  for (const path of ['/admin', '/direct/0000', '/'])
    expect(await ask({ envName: 'e', action: 'database.getDocument' }, origin + path)).toMatchObject({
      code: 'INVALID_REQUEST_SOURCE',
    })
  expect(
    await ask({ action: 'database.getDocument', wxCloudApiToken: 'made-up' }, `${origin}/admin`),
  ).toMatchObject({ code: 'INVALID_REQUEST_SOURCE' })
})

it('refuses operators that are none, wherever they stand', async () => {
  for (const query of ['{"a":{"$gt":1,"constructor":1}}', '{"a":{"$constructor":1}}', '{"$constructor":[]}'])
    expect(await database('getDocument', { query })).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringMatching(/unknown .*operator/),
    })
})

it('gives every limit it refuses above with the value', async () => {
  const deep = `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`
  expect(await database('insertDocument', { data: [deep] })).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringContaining('nested 101 levels deep; the limit is 100'),
  })
  const large = JSON.stringify({ text: 'x'.repeat(16 * 1024 * 1024) })
  expect(await database('insertDocument', { data: [large] })).toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(/the document has 167\d{5} bytes; the limit is 16777216/),
  })
})

describe('what the SDK of functions does not offer, and others send', () => {
  it('changes one document and gives it as it is then, or null', async () => {
    await database('insertDocument', { data: ['{"_id":"r1","n":{"$numberInt":"1"},"k":"returned"}'] })
    const change = { queryType: 'WHERE', data: '{"$inc":{"n":{"$numberInt":"1"}}}' }
    expect(await database('modifyAndReturnDoc', { ...change, query: '{"_id":"r1"}' })).toMatchObject({
      data: { updated: 1, doc: '{"_id":"r1","n":{"$numberInt":"2"},"k":"returned"}' },
    })
    expect(await database('modifyAndReturnDoc', { ...change, query: '{"_id":"none"}' })).toMatchObject({
      data: { updated: 0, doc: null },
    })
  })

  it('keeps ObjectIds as the text that the service gives out, and finds them by either', async () => {
    const id = '64b0000000000000000000a1'
    await database('insertDocument', { data: [`{"_id":"o1","ref":{"$oid":"${id}"}}`] })
    for (const query of [`{"ref":{"$oid":"${id}"}}`, `{"ref":"${id}"}`])
      expect(await database('getDocument', { query })).toMatchObject({
        data: { list: [`{"_id":"o1","ref":"${id}"}`] },
      })
  })

  it('makes the document of an upsert from what the query says and the update sets', async () => {
    const upsert = {
      queryType: 'WHERE',
      multi: false,
      merge: true,
      upsert: true,
      query: '{"_id":"u1","k":"v"}',
    }
    const data = '{"$set":{"n":{"$numberInt":"1"}},"$setOnInsert":{"first":true}}'
    expect(await database('modifyDocument', { ...upsert, data })).toMatchObject({
      data: { updated: 0, upsert_id: 'u1' },
    })
    expect(await database('modifyDocument', { ...upsert, data })).toMatchObject({
      data: { updated: 1, upsert_id: null },
    })
    expect(await database('getDocument', { query: '{"_id":"u1"}' })).toMatchObject({
      data: { list: [expect.stringMatching(/"k":"v".*"first":true.*"n":\{"\$numberInt":"1"\}/)] },
    })
  })
})
