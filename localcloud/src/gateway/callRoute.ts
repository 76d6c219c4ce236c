import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Environment } from '../environment'
import type { FunctionHost } from '../functions/functionHost'
import { sendJsonText } from '../http'
import { limits } from '../limits'
import { readJson } from '../readBody'
import { ServiceError } from '../serviceError'
import { Dropped, underFaults } from '../underFaults'
import type { Pass } from './passes'

/** What `wx.cloud.callFunction` fails with, by the service's code. */
const errCodes: Record<string, number> = {
  FUNCTION_NOT_FOUND: -501000,
  EXCEED_REQUEST_LIMIT: -501003,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
}

/** Calls a function as a phone would; what it cost goes into the header `x-cloud-usage`. */
export const callFunction = async (
  { host, environment, pass, fn }: { host: FunctionHost; environment: Environment; pass: Pass; fn: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<unknown> => {
  const event = await readJson<Record<string, unknown>>(request, limits.callBytes.value)
  const { openid, env } = pass
  const { clock, rate, callers } = environment
  callers.note(openid, clock.now())
  try {
    rate.count(clock.now())
    const { result, cold, invocation } = await underFaults(environment, `function:${fn}`, () =>
      host.call(
        fn,
        { ...event, userInfo: { openId: openid, appId: host.appid } },
        { env, openid, source: 'wx_client', offset: clock.offset },
      ),
    )
    const { ops, examined, returned } = invocation.usage
    response.setHeader(
      'x-cloud-usage',
      `ops=${ops}; examined=${examined}; returned=${returned}; cold=${Number(cold)}`,
    )
    return sendJsonText(response, 200, `{"result":${result},"requestID":"${invocation.token}"}`)
  } catch (error) {
    if (error instanceof Dropped) return void request.socket.destroy()
    if (!(error instanceof ServiceError)) throw error
    return {
      errCode: errCodes[error.code] ?? -504002,
      errMsg: `cloud.callFunction:fail ${error.code} ${error.message}`,
    }
  }
}
