import { createHash } from 'node:crypto'
import { type ApiCloud, startApiCloud } from '../testing/apiCloud'

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

let cloud: ApiCloud['cloud']
let api: ApiCloud['api']
let authorized: ApiCloud['authorized']
beforeAll(async () => {
  ;({ cloud, api, authorized } = await startApiCloud({
    contentWords: {
      risky: [{ label: 20012, words: ['自家的禁词'] }],
      media: {
        risky: [sha256('a picture that is listed')],
        review: ['遮挡', sha256('a picture that is listed too')],
      },
    },
  }))
})
afterAll(() => cloud.stop())

describe('security.msgSecCheck', () => {
  const check = (content: unknown, more: object = {}) =>
    api('security.msgSecCheck', { content, version: 2, scene: 1, openid: 'o-ann', ...more })

  it('passes what is harmless, and finds built-in and own words with their labels', async () => {
    expect(await check('路灯坏了')).toMatchObject({ errCode: 0, result: { suggest: 'pass', label: 100 } })
    expect(await check('这里有办假证的')).toMatchObject({ result: { suggest: 'risky', label: 20006 } })
    expect(await check('加微信领红包')).toMatchObject({ result: { suggest: 'review', label: 10001 } })
    expect(await check('说了自家的禁词')).toMatchObject({
      result: { suggest: 'risky', label: 20012 },
      detail: [{ strategy: 'keyword', keyword: '自家的禁词' }],
    })
  })

  it('answers version 1 with an error for what is risky', async () => {
    expect(await api('security.msgSecCheck', { content: '办假证' })).toMatchObject({ failed: 87014 })
    expect(await api('security.msgSecCheck', { content: '路灯' })).toMatchObject({ errCode: 0 })
  })

  it('refuses a stranger, a scene there is not, no text, and more than 2,500 characters', async () => {
    expect(await check('x', { openid: 'o-never-here' })).toMatchObject({ failed: 61010 })
    expect(await check('x', { openid: '' })).toMatchObject({ failed: 40003 })
    expect(await check('x', { scene: 9 })).toMatchObject({ failed: 40129 })
    expect(await check('')).toMatchObject({ failed: 47001 })
    expect(await check('字'.repeat(2500))).toMatchObject({ errCode: 0 })
    expect(await check('字'.repeat(2501))).toMatchObject({
      failed: 47001,
      errMsg: expect.stringContaining('2501 characters; the limit is 2500'),
    })
  })

  it('forgets people two hours after they were here', async () => {
    await cloud.call('inbox', {}, 'o-guest')
    expect(await check('x', { openid: 'o-guest' })).toMatchObject({ errCode: 0 })
    await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 2 * 3_600_000 + 1000 })
    expect(await check('x', { openid: 'o-guest' })).toMatchObject({ failed: 61010 })
    await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 0 })
  })
})

describe('security.mediaCheckAsync', () => {
  type Verdict = { openid: string; event: { errcode: number; result?: { suggest: string } } }
  const verdictOn = async (mediaUrl: string): Promise<Verdict> => {
    const { traceId } = await api('security.mediaCheckAsync', {
      ...{ mediaUrl, mediaType: 2, version: 2, scene: 1, openid: 'o-ann' },
    })
    expect(traceId).toMatch(/\w/)
    for (;;) {
      const { documents } = await cloud.json<{ documents: Verdict[] }>('/_cloud/test/find', {
        ...{ env: 'e', collection: 'messages', query: { 'event.trace_id': traceId } },
      })
      if (documents[0]) return documents[0]
      await new Promise(done => setTimeout(done, 30))
    }
  }
  const uploaded = async (path: string, body: string) => {
    const headers = await authorized()
    const answer = await fetch(`${cloud.url}/_cloud/upload?path=${encodeURIComponent(path)}`, {
      ...{ method: 'POST', body, headers },
    })
    const { fileID } = (await answer.json()) as { fileID: string }
    const { fileList } = await cloud.json<{ fileList: { tempFileURL: string }[] }>('/_cloud/temp-urls', {
      fileList: [fileID],
    })
    return fileList[0]?.tempFileURL ?? ''
  }

  it('answers at once and sends the result to the function for messages', async () => {
    expect(await verdictOn(await uploaded('lamp.png', 'a lamp'))).toMatchObject({
      openid: 'o-ann',
      event: {
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: 'wx1',
        errcode: 0,
        result: { suggest: 'pass', label: 100 },
        detail: [{ strategy: 'content_model', suggest: 'pass', label: 100 }],
      },
    })
  })

  it('judges a stored file by its content, whatever it is called, and by its name', async () => {
    for (const [path, body, suggest] of [
      ['harmless.png', 'a picture that is listed', 'risky'],
      ['harmless 2.png', 'a picture that is listed too', 'review'],
      ['harmless 3.png', 'a picture that is listed?', 'pass'],
      ['risky.png', 'a lamp', 'risky'],
      ['中 文/遮挡.png', 'a lamp', 'review'],
    ] as const)
      expect([path, (await verdictOn(await uploaded(path, body))).event.result?.suggest]).toEqual([
        path,
        suggest,
      ])
  })

  it('asks no other server, judges what lies there by its name, and says so in the log', async () => {
    cloud.lines.length = 0
    const elsewhere = 'https://pictures.example/%E9%81%AE%E6%8C%A1.png?sign=risky'
    expect((await verdictOn(elsewhere)).event.result?.suggest).toBe('review')
    expect(cloud.lines).toContainEqual(expect.stringMatching(/^\[media\] https:\S+ is not of this storage/))
  })

  it('cannot download by an id, by a link that has expired, or what is gone', async () => {
    const link = await uploaded('lamp 2.png', 'a lamp')
    const unsigned = link.replace(/signature=\w{4}/, 'signature=0000')
    for (const url of ['cloud://e.6c6f-local/lamp.png', unsigned, link.replace('lamp', 'none')]) {
      const { event } = await verdictOn(url)
      expect(event).toMatchObject({ errcode: -1008, detail: [] })
      expect(event).not.toHaveProperty('result')
    }
  })
})
