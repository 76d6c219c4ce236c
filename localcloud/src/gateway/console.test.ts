import { startLocalCloud } from '../server'
import { completeConfig } from '../config'
import { buildProgram } from '../testing/builtProgram'
import { freePort, startTestCloud, type TestCloud } from '../testing/testCloud'

const functions = {
  write: `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    exports.main = async event => { const notes = cloud.database().collection('notes'); await notes.add({ data: event }); return (await notes.where({ unindexed: 1 }).get()).data.length }`,
  clock: {
    'index.js': `exports.main = () => 'ran'`,
    'config.json': `{"triggers": [{"name": "t", "type": "timer", "config": "0 0 2 * * * *"}]}`,
  },
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud(functions, {
    collections: [
      {
        name: 'notes',
        indexes: [{ name: 'byN', unique: false, keys: [{ name: 'n', direction: '1' }] }],
      },
    ] as never,
  })
  await cloud.call('write', { n: 1 })
})
afterAll(() => cloud.stop())

const view = async (name: string, asked = '') =>
  (await (await fetch(`${cloud.url}/_cloud/console/view/${name}${asked}`)).json()) as Record<string, unknown>

it('shows collections with their indexes, and documents page by page', async () => {
  expect(await view('overview')).toMatchObject({
    env: 'e',
    collections: [
      { name: 'notes', documents: 1, indexes: [{ name: 'byN', keys: [{ name: 'n', direction: '1' }] }] },
    ],
    functions: ['clock', 'write'],
  })
  await cloud.post('/_cloud/test/import', {
    env: 'e',
    collection: 'notes',
    documents: Array.from({ length: 60 }, (_, n) => ({ _id: `z${String(n).padStart(2, '0')}`, n })),
  })
  await cloud.post('/_cloud/test/import', {
    env: 'e',
    collection: 'notes',
    documents: Array.from({ length: 70 }, (_, n) => ({ _id: n })),
  })
  const ids: string[] = []
  for (let after = ''; ;) {
    const page = (await view('documents', `?collection=notes${after}`)) as {
      documents: string[]
      pageSize: number
    }
    ids.push(...page.documents.map(text => JSON.stringify((JSON.parse(text) as { _id: unknown })._id)))
    if (page.documents.length < page.pageSize) break
    after = `&after=${encodeURIComponent(ids.at(-1) ?? '')}`
  }
  // Numbers before texts, each once.
  expect(ids).toHaveLength(131)
  expect(new Set(ids).size).toBe(131)
  expect(ids.findIndex(id => id.startsWith('"'))).toBe(70)
})

it('shows queries that no index serves, and the slowest operations with their query', async () => {
  expect(await view('queries')).toMatchObject({
    unindexed: [{ collection: 'notes', times: 1 }],
    slow: expect.arrayContaining([
      expect.objectContaining({
        fn: 'write',
        action: 'database.getDocument',
        query: expect.stringContaining('unindexed'),
      }),
    ]),
  })
})

it('shows timers with their next time, limits with their source, and what a call cost', async () => {
  expect(await view('timers')).toMatchObject({
    timers: [{ function: 'clock', name: 't', next: expect.any(Number) }],
  })
  const { limits } = (await view('limits')) as { limits: Record<string, { source: string; read: string }> }
  for (const { source, read } of Object.values(limits)) {
    expect(source).not.toBe('')
    expect(read).toMatch(/^\d{4}-\d{2}(-\d{2})?$/)
  }
  expect(await view('log')).toMatchObject({ calls: [{ fn: 'write', ops: 2, source: 'wx_client' }] })
})

it('changes what it is allowed to', async () => {
  const change = (name: string, body: object) =>
    cloud.json<Record<string, unknown>>(`/_cloud/console/change/${name}?env=e`, body)
  expect(await change('timer', { function: 'clock', name: 't' })).toMatchObject({ result: 'ran' })
  expect(await change('timer', { function: 'write', name: 't' })).toMatchObject({
    error: 'write has no timer t',
  })
  const plan = { rules: [{ action: 'database.*', latencyMs: 1 }], seed: 7 }
  await change('faults', plan)
  expect(await view('faults')).toMatchObject({ plan, done: [] })
  expect(await change('faults', { rules: [{ action: 'x', errorRate: 2 }] })).toMatchObject({
    error: expect.stringContaining('a chance from 0 to 1'),
  })
  await change('faults', { rules: [] })
  expect(await change('constructor', {})).toMatchObject({ error: 'the console cannot change constructor' })
})

it('serves its page, which loads nothing from elsewhere', async () => {
  const page = await fetch(`${cloud.url}/_cloud`)
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  const text = await page.text()
  for (const [, address = ''] of text.matchAll(/(?:src|href)="([^"]+)"/g))
    expect([address, (await fetch(cloud.url + address)).status]).toEqual([address, 200])
})

it('only reads unless the local cloud was started to allow changes', async () => {
  const { program, remove } = buildProgram()
  const config = { env: 'read', port: await freePort(), functions: `${cloud.folder}/functions`, data: 'read' }
  const reading = await startLocalCloud({ ...completeConfig(config, cloud.folder), program })
  try {
    for (const name of ['timer', 'faults', 'clock']) {
      const answer = await fetch(`${reading.url}/_cloud/console/change/${name}`, {
        method: 'POST',
        body: '{}',
      })
      expect([name, answer.status]).toEqual([name, 403])
    }
    expect((await fetch(`${reading.url}/_cloud/test/sdk`)).status).toBe(404)
  } finally {
    await reading.close()
    remove()
  }
})
