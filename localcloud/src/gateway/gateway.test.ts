import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testing/testCloud'

const who = `exports.main = event => ({ openid: process.env.WX_OPENID, userInfo: event.userInfo.openId, times: [Date.now(), new Date().getTime(), Date.now()] })`

const folder = mkdtempSync(join(tmpdir(), 'gateway-'))
let cloud: TestCloud
beforeAll(async () => {
  mkdirSync(join(folder, 'static/deep/odd/index.html'), { recursive: true })
  writeFileSync(join(folder, 'static/index.html'), '<p>app</p>')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'static/link.txt'))
  writeFileSync(
    join(folder, 'people.json'),
    JSON.stringify([{ id: 'ann', openid: 'o-ann', name: 'Ann', role: 'tester' }]),
  )
  cloud = await startTestCloud(
    { who },
    {
      people: join(folder, 'people.json'),
      static: { '/app/': join(folder, 'static') },
      uploadTypes: ['txt', 'html'],
    },
  )
})
afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A request with the path and the headers exactly as given: `fetch` would tidy both. */
const raw = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; body: string }>((done, fail) => {
    const { hostname, port } = new URL(cloud.url)
    const asked = request({ hostname, port, path, method, headers }, response => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () => done({ status: response.statusCode ?? 0, body }))
    })
    asked.on('error', fail)
    asked.end()
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

describe('what is not let in', () => {
  it('serves the files of its folders and nothing beside them', async () => {
    expect((await raw('/app/')).body).toContain('app')
    const outside = [
      ...[
        '/app/../secret.txt',
        '/app/%2e%2e/secret.txt',
        '/app/..%2fsecret.txt',
        '/app/deep/../../secret.txt',
      ],
      ...[
        '/app/..%5csecret.txt',
        '/app/%00',
        '/app/link.txt',
        '/app/deep/',
        '/app/deep/odd/',
        '/app/index.html/more',
        '/nothing',
        '//etc/passwd',
        '/app//etc/passwd',
      ],
    ]
    for (const path of outside) {
      const { status, body } = await raw(path)
      expect([path, status]).toEqual([path, 404])
      expect(body).not.toContain('secret"')
    }
    expect((await raw('/app/%E0%A4%A')).status).toBe(400)
  })

  it('answers to its own names only, so that no other site can have its name lead here', async () => {
    const { port } = new URL(cloud.url)
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, '[::1]:1'])
      expect([host, (await raw('/_cloud/people', { host })).status]).toEqual([host, 200])
    for (const host of ['evil.example', `evil.example:${port}`, '127.0.0.1.evil.example', 'localhost.evil'])
      expect([host, (await raw('/_cloud/people', { host })).status]).toEqual([host, 403])
  })

  const onLinux = process.platform === 'linux' ? it : it.skip
  onLinux('listens on the address it was given and on no other of this machine', async () => {
    const { port } = new URL(cloud.url)
    // On Linux every address that begins with 127 is this machine, and would answer if it listened on all of them.
    await expect(fetch(`http://127.0.0.2:${port}/_cloud/people`)).rejects.toThrow('fetch failed')
  })

  it('takes no call from a page of another site', async () => {
    for (const origin of ['http://elsewhere.example', 'null', `${cloud.url}.elsewhere.example`])
      expect((await cloud.post('/_cloud/call/who', {}, { origin })).status).toBe(403)
    expect((await cloud.post('/_cloud/call/who', {}, { origin: cloud.url })).status).toBe(200)
    const { headers } = await cloud.post('/_cloud/call/who', {}, { origin: cloud.url })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('says what is wrong with a request, with 4xx', async () => {
    const wrong: [status: number, path: string, body: unknown][] = [
      [400, '/_cloud/call/who', '{nonsense'],
      [400, '/_cloud/call/who', '[1]'],
      [400, '/_cloud/call/who', 'null'],
      [413, '/_cloud/call/who', { big: 'x'.repeat(7 * 1024 * 1024) }],
      [413, '/_cloud/sign-in', { as: 'x'.repeat(20_000) }],
      [400, '/_cloud/subscribe', { templateIds: 'one' }],
      [400, '/_cloud/temp-urls', {}],
      [400, '/_cloud/temp-urls', { fileList: Array.from({ length: 51 }, () => 'cloud://e.b/x') }],
      [405, '/nothing', {}],
      [404, '/_cloud/test/nothing', {}],
      [404, '/_cloud/test/find', { env: 'nowhere', collection: 'x' }],
    ]
    for (const [status, path, body] of wrong) {
      const answer = await cloud.post(path, body)
      expect([path, answer.status]).toEqual([path, status])
      expect(((await answer.json()) as { error: string }).error).toMatch(/\w+ .*\w/)
    }
    expect((await raw('/_cloud/sign-in', {}, 'PUT')).status).toBe(405)
  })
})

describe('files from a phone', () => {
  const upload = async (path: string, body: BodyInit = 'hello', openid = 'o-ann') =>
    fetch(`${cloud.url}/_cloud/upload?path=${encodeURIComponent(path)}`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${await cloud.tokenOf(openid)}` },
    })
  const linkOf = async (fileID: string) =>
    (await cloud.json<{ fileList: { tempFileURL: string }[] }>('/_cloud/temp-urls', { fileList: [fileID] }))
      .fileList[0]?.tempFileURL ?? ''

  it('are stored under their path, once, and given out by a link that expires', async () => {
    const { fileID } = (await (await upload('inbox/a b.txt')).json()) as { fileID: string }
    expect((await upload('inbox/a b.txt', 'other')).status).toBe(409)
    const link = await linkOf(fileID)
    expect(await (await fetch(link)).text()).toBe('hello')
    expect((await fetch(link.replace(/expires=\d+/, 'expires=9999999999999'))).status).toBe(403)
    expect((await fetch(link.replace(/signature=\w{4}/, 'signature=0000'))).status).toBe(403)
    expect((await fetch(link.replace('a%20b', 'other'))).status).toBe(403)
    await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 7_201_000 })
    expect((await fetch(link)).status).toBe(403)
    await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 0 })
  })

  it('are refused by path, type and size, saying what is allowed', async () => {
    for (const path of ['../out.txt', '/etc/x.txt', 'a/../../out.txt', '', 'a//b.txt', 'program.exe', 'bare'])
      expect([path, (await upload(path)).status]).toEqual([path, 400])
    expect(await (await upload('program.exe')).text()).toContain('taken are txt, html')
    const large = await upload('large.txt', new Uint8Array(50 * 1024 * 1024 + 1))
    expect(large.status).toBe(413)
    expect(await large.text()).toContain('52428800')
  })

  it('are shown and never run', async () => {
    const { fileID } = (await (await upload('page.html', '<script>alert(1)</script>')).json()) as {
      fileID: string
    }
    const { headers } = await fetch(await linkOf(fileID))
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('are removed by whoever uploaded them, and by nobody else', async () => {
    const { fileID } = (await (await upload('mine.txt')).json()) as { fileID: string }
    const removeAs = async (openid: string) =>
      (
        await cloud.json<{ fileList: { status: number }[] }>(
          '/_cloud/delete',
          { fileList: [fileID] },
          { authorization: `Bearer ${await cloud.tokenOf(openid)}` },
        )
      ).fileList[0]?.status
    expect(await removeAs('o-bob')).toBe(-503002)
    expect(await removeAs('o-ann')).toBe(0)
    expect(await linkOf(fileID)).toBe('')
  })
})
