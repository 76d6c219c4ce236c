import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startTestCloud, type TestCloud } from '../testing/testCloud'

const folder = mkdtempSync(join(tmpdir(), 'gateway-'))
let cloud: TestCloud
beforeAll(async () => {
  mkdirSync(join(folder, 'static/deep/odd/index.html'), { recursive: true })
  writeFileSync(join(folder, 'static/index.html'), '<p>app</p>')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'static/link.txt'))
  cloud = await startTestCloud(
    { who: `exports.main = () => process.env.WX_OPENID` },
    { static: { '/app/': join(folder, 'static') } },
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
