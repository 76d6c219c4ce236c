import type { Config } from '../config'
import { startTestCloud } from './testCloud'

const sdk = `const cloud = require('wx-server-sdk'); cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });`
const permitted = [
  ...['security.msgSecCheck', 'security.mediaCheckAsync', 'subscribeMessage.send'],
  ...['wxacode.getUnlimited', 'phonenumber.getPhoneNumber', 'security.imgSecCheck'],
]
const callApi = `${sdk} exports.main = async ({ api, parameters }) => {
  const [group, name] = api.split('.')
  try {
    if (api === 'wx.api') return await cloud.callOpenAPI(parameters)
    const answer = await cloud.openapi[group][name](parameters)
    return answer.buffer ? { ...answer, buffer: answer.buffer.toString('base64') } : answer
  } catch (error) {
    return { failed: error.errCode, errMsg: error.errMsg }
  }
}`

/** A local cloud with a function that calls WeChat's services with the unmodified SDK, and one that gets messages. */
export const startApiCloud = async (config: Partial<Config> = {}) => {
  const functions = {
    asks: { 'index.js': callApi, 'config.json': JSON.stringify({ permissions: { openapi: permitted } }) },
    forgot: callApi,
    inbox: `${sdk} exports.main = async event => { await cloud.database().collection('messages').add({ data: { event, openid: cloud.getWXContext().OPENID } }) }`,
  }
  const cloud = await startTestCloud(functions, {
    ...{ collections: ['messages'], messages: 'inbox', home: '/app/', appid: 'wx1' },
    ...config,
  })
  return {
    cloud,
    /** What an API answers to a function. */
    api: async (name: string, parameters: object, fn = 'asks') =>
      (await cloud.call(fn, { api: name, parameters })).result as Record<string, unknown>,
    authorized: async (openid = 'o-ann') => ({ authorization: `Bearer ${await cloud.tokenOf(openid)}` }),
  }
}

export type ApiCloud = Awaited<ReturnType<typeof startApiCloud>>
