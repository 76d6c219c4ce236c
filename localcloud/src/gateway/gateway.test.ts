import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testing/testCloud'

const who = `exports.main = event => ({ openid: process.env.WX_OPENID, userInfo: event.userInfo.openId, times: [Date.now(), new Date().getTime(), Date.now()] })`

const folder = mkdtempSync(join(tmpdir(), 'gateway-'))
let cloud: TestCloud
beforeAll(async () => {
  writeFileSync(
    join(folder, 'people.json'),
    JSON.stringify([{ id: 'ann', openid: 'o-ann', name: 'Ann', role: 'tester' }]),
  )
  cloud = await startTestCloud({ who }, { people: join(folder, 'people.json') })
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

describe('who is calling', () => {
  it('is what a signed token says, and nobody is believed', async () => {
    const token = await cloud.tokenOf('o-ann')
    const call = async (given: string) =>
      (
        await cloud.json<{ result: { openid: string; userInfo: string } }>(
          '/_cloud/call/who',
          { userInfo: { openId: 'o-boss' } },
          { authorization: `Bearer ${given}` },
        )
      ).result
    expect(await call(token)).toMatchObject({ openid: 'o-ann', userInfo: 'o-ann' })
    const [body] = token.split('.')
    const boss = Buffer.from(JSON.stringify({ env: 'e', openid: 'o-boss' })).toString('base64url')
    for (const forged of [`${body}.forged`, `${boss}.${token.split('.')[1]}`, 'nonsense', '.'])
      expect((await call(forged)).openid).toMatch(/^visitor-/)
  })

  it('is a demo person after signing in, by a cookie that scripts and other sites do not get', async () => {
    const answer = await cloud.post('/_cloud/sign-in', { as: 'ann' })
    expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict/)
    const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    const { result } = await cloud.json<{ result: object }>('/_cloud/call/who', {}, { cookie })
    expect(result).toMatchObject({ openid: 'o-ann' })
    expect((await cloud.post('/_cloud/sign-in', { as: 'nobody' })).status).toBe(404)
    const people = await (await fetch(`${cloud.url}/_cloud/people`, { headers: { cookie } })).text()
    expect(people).toContain('"current":true')
    expect(people).not.toContain('o-ann')
  })
})

it('moves the clock of one environment only, however the time is asked for', async () => {
  await cloud.post('/_cloud/test/env', { id: 'later' })
  await cloud.post('/_cloud/test/clock', { env: 'later', offsetMs: 86_400_000 })
  const timesIn = async (env: string) => {
    const authorization = `Bearer ${await cloud.tokenOf('o', env)}`
    const { result } = await cloud.json<{ result: { times: number[] } }>(
      '/_cloud/call/who',
      {},
      { authorization },
    )
    return result.times
  }
  for (const [env, ahead] of [
    ['later', 86_400_000],
    ['e', 0],
  ] as const) {
    const before = Date.now()
    const times = [before, ...(await timesIn(env)).map(time => time - ahead), Date.now()]
    expect(times).toEqual([...times].sort((a, b) => a - b))
  }
})

it('takes somebody for new whose browser remembers an environment that is not there any more', async () => {
  const cookie = `localcloud=${await cloud.tokenOf('o-ann', 'of-another-time')}`
  const answer = await cloud.post('/_cloud/call/who', {}, { cookie })
  expect(await answer.json()).toMatchObject({ result: { openid: expect.stringMatching(/^visitor-/) } })
  expect(answer.headers.get('set-cookie')).toMatch(/^localcloud=/)
  // A program that says where it wants to be is told that this is nowhere.
  const authorization = `Bearer ${await cloud.tokenOf('o-ann', 'of-another-time')}`
  expect((await cloud.post('/_cloud/call/who', {}, { authorization })).status).toBe(404)
})
