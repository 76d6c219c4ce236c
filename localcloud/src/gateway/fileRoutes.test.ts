import { startTestCloud, type TestCloud } from '../testing/testCloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud({}, { uploadTypes: ['txt', 'html'] })
})
afterAll(() => cloud.stop())

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
