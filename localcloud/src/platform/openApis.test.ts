import { createHash } from 'node:crypto'
import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { startTestCloud, type TestCloud } from '../testing/testCloud'

// WeChat's services, called by functions with the unmodified SDK.

const sdk = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });`
const permitted = [
  ...['security.msgSecCheck', 'security.mediaCheckAsync', 'subscribeMessage.send'],
  ...['wxacode.getUnlimited', 'phonenumber.getPhoneNumber', 'security.imgSecCheck'],
]
const callApi = `${sdk} exports.main = async ({ api, parameters }) => {
  const [group, name] = api.split('.')
  try {
    const answer = await cloud.openapi[group][name](parameters)
    return answer.buffer ? { ...answer, buffer: answer.buffer.toString('base64') } : answer
  } catch (error) {
    return { failed: error.errCode, errMsg: error.errMsg }
  }
}`

const sha256 = (text: string) => `sha256:${createHash('sha256').update(text).digest('hex')}`

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud(
    {
      asks: { 'index.js': callApi, 'config.json': JSON.stringify({ permissions: { openapi: permitted } }) },
      forgot: callApi,
      inbox: `${sdk} exports.main = async event => { await cloud.database().collection('messages').add({ data: { event, openid: cloud.getWXContext().OPENID } }) }`,
    },
    {
      collections: ['messages'],
      messages: 'inbox',
      home: '/app/',
      appid: 'wx1',
      contentWords: {
        risky: [{ label: 20012, words: ['自家的禁词'] }],
        media: {
          risky: [sha256('a picture that is listed')],
          review: ['遮挡', sha256('a picture that is listed too')],
        },
      },
    },
  )
})
afterAll(() => cloud.stop())

const api = async (name: string, parameters: object, fn = 'asks') =>
  (await cloud.call(fn, { api: name, parameters })).result as Record<string, unknown>
const authorized = async (openid = 'o-ann') => ({ authorization: `Bearer ${await cloud.tokenOf(openid)}` })

describe('an API', () => {
  it('that WeChat does not have, or that is not stood in for, is not found', async () => {
    for (const name of ['no.such', 'security.imgSecCheck'])
      expect(await api(name, {})).toEqual({
        failed: -604100,
        errMsg: expect.stringContaining('API not found'),
      })
  })

  it('fails with a number of WeChat when a fault says so', async () => {
    await cloud.post('/_cloud/test/faults', {
      env: 'e',
      rules: [{ action: 'wx.openApi:wxacode.getUnlimited', errorRate: 1, code: '45009' }],
    })
    expect(await api('wxacode.getUnlimited', { scene: 'a=1' })).toMatchObject({ failed: 45009 })
    await cloud.post('/_cloud/test/faults', { env: 'e', rules: [] })
  })

  it('that the function does not list in its config.json is not permitted', async () => {
    expect(await api('security.msgSecCheck', { content: 'x' }, 'forgot')).toEqual({
      failed: -604101,
      errMsg: expect.stringMatching(/no permission.*permissions\.openapi in the config\.json of forgot/),
    })
  })
})

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

describe('subscribeMessage.send', () => {
  const send = (more: object = {}) =>
    api('subscribeMessage.send', {
      touser: 'o-ann',
      templateId: 't1',
      page: 'pages/home/index',
      data: { thing1: { value: '路灯修好了' }, time2: { value: '2026-03-01 10:00' } },
      miniprogramState: 'formal',
      ...more,
    })
  const allow = async (...templateIds: string[]) =>
    cloud.json('/_cloud/subscribe', { templateIds }, await authorized())

  it('sends one message for each time it was allowed, and shows it in the outbox', async () => {
    expect(await send()).toMatchObject({ failed: 43101, errMsg: expect.stringContaining('user refuse') })
    expect(await allow('t1', 't1', 't2')).toMatchObject({ t1: 'accept', t2: 'accept' })
    expect(await send()).toMatchObject({ errCode: 0 })
    expect(await send()).toMatchObject({ errCode: 0 })
    expect(await send()).toMatchObject({ failed: 43101 })
    const { messages } = await cloud.json<{ messages: object[] }>('/_cloud/test/outbox', { env: 'e' })
    expect(messages).toHaveLength(2)
    expect(messages[0]).toMatchObject({
      kind: 'subscribeMessage',
      openid: 'o-ann',
      body: { template_id: 't1', miniprogram_state: 'formal', data: { thing1: { value: '路灯修好了' } } },
    })
  })

  it('spends one permission once, however many ask for it at the same moment', async () => {
    await allow('t3')
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ templateId: 't3' })))
    expect(answers.filter(({ errCode }) => errCode === 0)).toHaveLength(1)
  })

  it('refuses values that are too long or empty, without spending the permission', async () => {
    await allow('t4')
    for (const data of [
      { thing1: { value: '字'.repeat(21) } },
      { thing1: { value: '' } },
      { thing1: {} },
      {},
      { phrase1: { value: '六个字太长了' } },
    ])
      expect(await send({ templateId: 't4', data })).toMatchObject({ failed: 47003 })
    expect(await send({ templateId: '' })).toMatchObject({ failed: 40037 })
    expect(await send({ touser: '' })).toMatchObject({ failed: 40003 })
    expect(await send({ templateId: 't4' })).toMatchObject({ errCode: 0 })
  })
})

describe('wxacode.getUnlimited', () => {
  const code = (parameters: object) => api('wxacode.getUnlimited', parameters)

  it('draws a picture that a camera reads as the address of the page', async () => {
    const { contentType, buffer } = await code({ scene: 'p=a1&g=7', page: 'pages/plate/index', width: 430 })
    expect(contentType).toBe('image/png')
    const { data, width, height } = PNG.sync.read(Buffer.from(String(buffer), 'base64'))
    expect(Math.abs(width - 430)).toBeLessThan(60)
    expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(
      `${cloud.url}/app/#/pages/plate/index?scene=p%3Da1%26g%3D7`,
    )
  })

  it('refuses what WeChat refuses', async () => {
    expect(await code({ scene: 'x'.repeat(33) })).toMatchObject({
      failed: 40169,
      errMsg: expect.stringContaining('33 characters'),
    })
    expect(await code({})).toMatchObject({ failed: 40169 })
    expect(await code({ scene: '中文' })).toMatchObject({ failed: 40097 })
    expect(await code({ scene: 'a', page: '/pages/home' })).toMatchObject({ failed: 41030 })
    expect(await code({ scene: 'a', width: 100 })).toMatchObject({ failed: 40097 })
  })
})

describe('phonenumber.getPhoneNumber', () => {
  const codeFor = async (openid: string) =>
    (await cloud.json<{ code: string }>('/_cloud/phone-code', {}, await authorized(openid))).code

  it('gives the number behind a code, once', async () => {
    const code = await codeFor('o-ann')
    const first = await api('phonenumber.getPhoneNumber', { code })
    expect(first).toMatchObject({
      errCode: 0,
      phoneInfo: { purePhoneNumber: expect.stringMatching(/^\d{11}$/), countryCode: '86' },
    })
    expect(await api('phonenumber.getPhoneNumber', { code })).toMatchObject({ failed: 40029 })
    expect(await api('phonenumber.getPhoneNumber', { code: 'made up' })).toMatchObject({ failed: 40029 })
    const again = await api('phonenumber.getPhoneNumber', { code: await codeFor('o-ann') })
    expect(again.phoneInfo).toMatchObject({
      phoneNumber: (first.phoneInfo as { phoneNumber: string }).phoneNumber,
    })
  })

  it('knows a code for five minutes', async () => {
    const code = await codeFor('o-ann')
    await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 300_001 })
    expect(await api('phonenumber.getPhoneNumber', { code })).toMatchObject({ failed: 40029 })
    await cloud.post('/_cloud/test/clock', { env: 'e', offsetMs: 0 })
  })
})
