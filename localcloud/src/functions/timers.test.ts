import { writeFunctions, startTestCloud, type TestCloud } from '../testing/testCloud'

const sdk = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV }); const db = cloud.database();`
const minute = 60_000
const day = 24 * 60 * minute

const clock = {
  'index.js': `${sdk} exports.main = async event => { await db.collection('ticks').add({ data: { event, context: cloud.getWXContext(), now: Date.now() } }) }`,
  'config.json': JSON.stringify({ triggers: [{ name: 'nightly', type: 'timer', config: '0 0 2 * * * *' }] }),
}

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({ clock, idle: `exports.main = () => 1` }, { collections: ['ticks'] })
})
afterAll(() => cloud.stop())

const ticks = async (env: string) =>
  (
    await cloud.json<{ documents: { event: object; context: object; now: number }[] }>('/_cloud/test/find', {
      env,
      collection: 'ticks',
    })
  ).documents

const moveClock = (env: string, offsetMs: number) =>
  cloud.json<{ fired: string[] }>('/_cloud/test/clock', { env, offsetMs, timers: true })

it('runs a timer as the service does: without a user, named, at the time of the environment', async () => {
  await cloud.post('/_cloud/test/timer', { env: 'e', function: 'clock' })
  const [tick] = await ticks('e')
  expect(tick?.event).toEqual({
    Type: 'Timer',
    TriggerName: 'nightly',
    Time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    Message: '',
  })
  expect(tick?.context).toMatchObject({ SOURCE: 'wx_trigger', ENV: 'e' })
  expect(tick?.context).not.toHaveProperty('OPENID')
})

it('fires what was due when a test moves the clock, once, and only in that environment', async () => {
  await cloud.post('/_cloud/test/env', { id: 'moved' })
  expect((await moveClock('moved', 3 * day)).fired).toEqual(['clock/nightly'])
  expect(await ticks('moved')).toHaveLength(1)
  const [{ now = 0 } = {}] = await ticks('moved')
  expect(Math.abs(now - Date.now() - 3 * day)).toBeLessThan(minute)
  expect((await moveClock('moved', 3 * day + 1)).fired).toEqual([])
  expect(await ticks('e')).toHaveLength(1)
})

it.each([
  ['two triggers', { triggers: [clockTrigger('a'), clockTrigger('b')] }, /2 triggers; the service takes 1/],
  ['a cron of five fields', { triggers: [{ ...clockTrigger('a'), config: '* * * * *' }] }, /seven fields/],
  ['a name that begins with a digit', { triggers: [clockTrigger('1st')] }, /"name" of letters.*"1st"/],
  ['another type', { triggers: [{ ...clockTrigger('a'), type: 'cos' }] }, /type "timer"/],
  ['a time-out that is none', { timeout: '20' }, /"timeout" is a number of seconds/],
])('refuses %s in config.json', async (_name, config, reason) => {
  writeFunctions(`${cloud.folder}/functions`, { idle: { 'config.json': JSON.stringify(config) } })
  const { errMsg } = await cloud.call('idle')
  expect(errMsg).toMatch(reason)
  expect(errMsg).toMatch(/idle\/config\.json cannot be used/)
})

function clockTrigger(name: string) {
  return { name, type: 'timer', config: '0 0 2 * * * *' }
}
