import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { type ApiCloud, startApiCloud } from '../testing/apiCloud'

// WeChat's services, called by functions with the unmodified SDK.

let cloud: ApiCloud['cloud']
let api: ApiCloud['api']
let authorized: ApiCloud['authorized']
beforeAll(async () => ({ cloud, api, authorized } = await startApiCloud()))
afterAll(() => cloud.stop())

describe('an API', () => {
  it('that WeChat does not have, or that is not stood in for, is not found', async () => {
    for (const name of ['no.such', 'security.imgSecCheck'])
      expect(await api(name, {})).toEqual({
        failed: -604100,
        errMsg: expect.stringContaining('API not found'),
      })
  })

  it('is reached by callOpenAPI as well', async () => {
    expect(await api('wx.api', { api: 'security.msgSecCheck', data: { content: '路灯' } })).toMatchObject({
      result: { errcode: 0 },
    })
    expect(await api('wx.api', { api: 'no.such', data: {} })).toMatchObject({ result: { errcode: -604100 } })
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
