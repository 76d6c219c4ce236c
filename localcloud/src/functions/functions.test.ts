import { startTestCloud, type TestCloud, writeFunctions } from '../testing/testCloud'

// Functions as they come and change, and what is noted of their calls.

const sdk = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); const db = cloud.database();`

const functions = {
  counts: `let calls = 0; exports.main = () => ++calls`,
  parts: {
    'index.js': `const { word } = require('./lib/word'); exports.main = () => word`,
    'lib/word.js': `exports.word = 'first'`,
  },
  asks: `${sdk} exports.main = () => db.collection('notes').count()`,
  prints: `exports.main = ({ n }) => { console.log('printed', n); return n }`,
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud(functions, { collections: ['notes'] })
})
afterAll(() => cloud.stop())

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
  await cloud.call('asks')
  const { calls } = (await (await fetch(`${cloud.url}/_cloud/console/view/log`)).json()) as {
    calls: { fn: string; output: string[]; ops: number; actions: object[] }[]
  }
  expect(calls[0]).toMatchObject({
    fn: 'asks',
    ops: 1,
    actions: [{ action: 'database.calculateDocument', collection: 'notes' }],
  })
  const printed = calls.filter(({ fn }) => fn === 'prints').map(({ output }) => output)
  expect(printed.sort()).toEqual([['printed 1'], ['printed 2']])
})
