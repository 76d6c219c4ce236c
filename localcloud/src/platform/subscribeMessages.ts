import type { Environment } from '../environment'
import type { OpenApi } from './openApis'

// What each kind of value may hold, in characters.
// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-message-management/subscribe-message/sendMessage.html
const longest: Record<string, number> = {
  thing: 20,
  number: 32,
  letter: 32,
  symbol: 5,
  character_string: 32,
  phone_number: 17,
  car_number: 8,
  name: 20,
  phrase: 5,
  amount: 16,
}

const refused = (errcode: number, errmsg: string) => ({ json: { errcode, errmsg } })

/** `subscribeMessage.send`: one message for each time the person has allowed it. It goes to the outbox, seen at `/_cloud`. */
export const sendSubscribeMessage: OpenApi = (parameters, environment) => {
  const { touser, template_id: template, data } = parameters
  if (typeof touser !== 'string' || !touser) return refused(40003, 'invalid openid')
  if (typeof template !== 'string' || !template) return refused(40037, 'invalid template_id')
  const wrong = wrongValue(data)
  if (wrong) return refused(47003, `argument invalid! data.${wrong} is invalid`)
  if (!environment.platform.spendCredit(touser, template))
    return refused(43101, 'user refuse to accept the msg')
  environment.platform.put('subscribeMessage', environment.clock.now(), touser, parameters)
  return { json: { errcode: 0, errmsg: 'ok' } }
}

const wrongValue = (data: unknown): string | undefined => {
  if (typeof data !== 'object' || data === null || !Object.keys(data).length) return '(empty)'
  for (const [name, item] of Object.entries(data as Record<string, { value?: unknown }>)) {
    const value = item?.value
    if (typeof value !== 'string' && typeof value !== 'number') return `${name}.value`
    const most = longest[name.replace(/\d+$/, '')]
    if (!String(value) || (most && [...String(value)].length > most)) return `${name}.value`
  }
  return undefined
}

/** What a person is asked on her phone, always allowed here: one message per template. */
export const allowMessages = (
  environment: Environment,
  openid: string,
  templates: string[],
): Record<string, string> => {
  for (const template of templates) environment.platform.addCredit(openid, template)
  return {
    ...Object.fromEntries(templates.map(template => [template, 'accept'])),
    errMsg: 'requestSubscribeMessage:ok',
  }
}
