import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { type LocalCloud, startLocalCloud } from '../server'

// The whole local cloud with small functions of its own; the SDK is not needed to see who is calling.

const folder = mkdtempSync(join(tmpdir(), 'gateway-'))
let cloud: LocalCloud
let url = ''

const freePort = () =>
  new Promise<number>(done => {
    const server = createServer().listen(0, () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

const functions: Record<string, { source: string; config?: object }> = {
  who: {
    source: `exports.main = async event => { const before = process.env.WX_OPENID; await new Promise(r => setTimeout(r, Math.random() * 30)); return { before, after: process.env.WX_OPENID, n: event.n, userInfo: event.userInfo.openId, now: Date.now() } }`,
  },
  loop: { source: `exports.main = () => { for (;;); }`, config: { timeout: 1 } },
  broken: { source: `exports.main = async () => { throw new Error('on purpose') }` },
}

beforeAll(async () => {
  for (const [name, { source, config = {} }] of Object.entries(functions)) {
    mkdirSync(join(folder, 'functions', name), { recursive: true })
    writeFileSync(join(folder, 'functions', name, 'index.js'), source)
    writeFileSync(join(folder, 'functions', name, 'config.json'), JSON.stringify(config))
  }
  mkdirSync(join(folder, 'static'))
  writeFileSync(join(folder, 'static/index.html'), '<p>app</p>')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(
    join(folder, 'people.json'),
    JSON.stringify([{ id: 'ann', openid: 'o-ann', name: 'Ann', role: 'tester' }]),
  )
  writeFileSync(join(folder, 'collections.json'), JSON.stringify({ collections: [], schemaHash: '1' }))
  const hostProgram = join(folder, 'host.js')
  await build({
    entryPoints: [join(__dirname, '../functions/host.ts')],
    outfile: hostProgram,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
  })
  const port = await freePort()
  cloud = await startLocalCloud({
    ...{
      env: 'e',
      port,
      host: '127.0.0.1',
      data: join(folder, 'data'),
      title: 'T',
      home: '/app/',
      environment: {},
    },
    functions: join(folder, 'functions'),
    collections: join(folder, 'collections.json'),
    people: join(folder, 'people.json'),
    static: { '/app/': join(folder, 'static') },
    hostProgram,
    test: true,
  })
  url = cloud.url
})
afterAll(async () => {
  await cloud.close()
  rmSync(folder, { recursive: true, force: true })
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(url + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  })
const tokenOf = async (openid: string) =>
  ((await (await post('/_cloud/test/token', { env: 'e', openid })).json()) as { token: string }).token

it('lets 500 calls at once each see their own caller', async () => {
  const tokens = await Promise.all(Array.from({ length: 500 }, (_, n) => tokenOf(`o-${n}`)))
  const answers = await Promise.all(
    tokens.map(
      async (token, n) =>
        (await post('/_cloud/call/who', { n }, { authorization: `Bearer ${token}` })).json() as Promise<{
          result: object
        }>,
    ),
  )
  answers.forEach(({ result }, n) =>
    expect(result).toMatchObject({ before: `o-${n}`, after: `o-${n}`, userInfo: `o-${n}`, n }),
  )
})

it('believes no caller about who they are', async () => {
  const token = await tokenOf('o-ann')
  const call = async (given: string) =>
    (await (
      await post('/_cloud/call/who', { userInfo: { openId: 'o-boss' } }, { authorization: `Bearer ${given}` })
    ).json()) as { result: { before: string; userInfo: string } }
  expect((await call(token)).result).toMatchObject({ before: 'o-ann', userInfo: 'o-ann' })
  const [body] = token.split('.')
  expect((await call(`${body}.forged`)).result.before).toMatch(/^visitor-/)
})

it('signs in a demo person by a cookie that scripts cannot read', async () => {
  const answer = await post('/_cloud/sign-in', { as: 'ann' })
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const { result } = (await (await post('/_cloud/call/who', {}, { cookie })).json()) as {
    result: { before: string }
  }
  expect(result.before).toBe('o-ann')
  expect((await post('/_cloud/sign-in', { as: 'nobody' })).status).toBe(404)
})

it('moves the clock of one environment only', async () => {
  await post('/_cloud/test/env', { id: 'later' })
  await post('/_cloud/test/clock', { env: 'later', offsetMs: 86_400_000 })
  const nowIn = async (env: string) => {
    const { token } = (await (await post('/_cloud/test/token', { env, openid: 'o' })).json()) as {
      token: string
    }
    const { result } = (await (
      await post('/_cloud/call/who', {}, { authorization: `Bearer ${token}` })
    ).json()) as { result: { now: number } }
    return result.now - Date.now()
  }
  expect(Math.abs((await nowIn('later')) - 86_400_000)).toBeLessThan(5000)
  expect(Math.abs(await nowIn('e'))).toBeLessThan(5000)
})

it('ends a function that loops, and goes on', async () => {
  const started = Date.now()
  const looped = (await (await post('/_cloud/call/loop', {})).json()) as { errMsg: string }
  expect(looped.errMsg).toMatch(/timed out after 1 seconds/)
  expect(Date.now() - started).toBeLessThan(4000)
  expect(
    ((await (await post('/_cloud/call/who', { n: 1 })).json()) as { result: object }).result,
  ).toMatchObject({ n: 1 })
})

it('answers for a function that throws or is not there', async () => {
  expect(await (await post('/_cloud/call/broken', {})).json()).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringMatching(/on purpose/),
  })
  expect(await (await post('/_cloud/call/none', {})).json()).toMatchObject({
    errMsg: expect.stringMatching(/FUNCTION_NOT_FOUND/),
  })
  expect(await (await post('/_cloud/call/..%2F..', {})).json()).toMatchObject({
    errMsg: expect.stringMatching(/FUNCTION_NOT_FOUND/),
  })
})

it('takes a changed bundle at the next call', async () => {
  writeFileSync(join(folder, 'functions/who/index.js'), `exports.main = async () => 'changed'`)
  expect(await (await post('/_cloud/call/who', {})).json()).toMatchObject({ result: 'changed' })
})

it('serves files of its folders and nothing beside them', async () => {
  expect(await (await fetch(`${url}/app/`)).text()).toContain('app')
  for (const path of ['/app/../secret.txt', '/app/%2e%2e/secret.txt', '/app/..%2fsecret.txt', '/nothing']) {
    expect((await fetch(url + path)).status).toBe(404)
  }
})

it('stores uploads under their path, once, and gives them out by a link that expires', async () => {
  const token = await tokenOf('o-ann')
  const headers = { authorization: `Bearer ${token}` }
  const upload = (path: string) =>
    fetch(`${url}/_cloud/upload?path=${encodeURIComponent(path)}`, { method: 'POST', body: 'hello', headers })
  const { fileID } = (await (await upload('inbox/a b.txt')).json()) as { fileID: string }
  expect((await upload('inbox/a b.txt')).status).toBe(409)
  for (const path of ['../out.txt', '/etc/x', 'a/../../out.txt', ''])
    expect((await upload(path)).status).toBe(400)
  const { fileList } = (await (await post('/_cloud/temp-urls', { fileList: [fileID] }, headers)).json()) as {
    fileList: { tempFileURL: string }[]
  }
  const link = fileList[0]?.tempFileURL ?? ''
  expect(await (await fetch(link)).text()).toBe('hello')
  expect((await fetch(link.replace(/expires=\d+/, 'expires=1'))).status).toBe(403)
  expect((await fetch(link.replace(/signature=\w{4}/, 'signature=0000'))).status).toBe(403)
})

it('refuses calls from another site, bodies that are too large, and nonsense', async () => {
  expect((await post('/_cloud/call/who', {}, { origin: 'http://elsewhere.example' })).status).toBe(403)
  expect((await post('/_cloud/call/who', JSON.stringify({ big: 'x'.repeat(7 * 1024 * 1024) }))).status).toBe(
    413,
  )
  expect((await post('/_cloud/call/who', '{nonsense')).status).toBe(400)
  expect((await fetch(`${url}/_cloud/sign-in`, { method: 'PUT' })).status).toBe(405)
})
