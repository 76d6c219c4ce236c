import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from '../environment'
import { appId, type FunctionHost } from '../functions/functionHost'
import { limits } from '../limits'
import { ServiceError } from '../serviceError'
import type { Pass } from './passes'
import { readJson } from './readBody'

/** What `wx.cloud.callFunction` fails with, by the service's code. */
const errCodes: Record<string, number> = {
  FUNCTION_NOT_FOUND: -501000,
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
  environment.lastSeen.set(pass.openid, environment.now())
  const fault = environment.faults.next(`function:${fn}`)
  if (fault?.delayMs) await sleep(fault.delayMs)
  if (fault?.code)
    return { errCode: -504002, errMsg: `cloud.callFunction:fail ${fault.code} fails on request` }
  const call = () =>
    host.call(
      fn,
      { ...event, userInfo: { openId: pass.openid, appId } },
      { env: pass.env, openid: pass.openid, source: 'wx_client', offset: environment.offset },
    )
  try {
    if (fault?.duplicate) await call().catch(() => undefined)
    const { result, cold, invocation } = await call()
    if (fault?.drop) return void request.socket.destroy()
    const { ops, examined, returned } = invocation.usage
    response.setHeader(
      'x-cloud-usage',
      `ops=${ops}; examined=${examined}; returned=${returned}; cold=${Number(cold)}`,
    )
    const { value: most } = limits.callBytes
    const size = Buffer.byteLength(JSON.stringify(result))
    if (size > most)
      return {
        errCode: -504002,
        errMsg: `cloud.callFunction:fail the result of ${fn} has ${size} bytes; the limit is ${most}`,
      }
    return { result, requestID: invocation.token }
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    return {
      errCode: errCodes[error.code] ?? -504002,
      errMsg: `cloud.callFunction:fail ${error.code} ${error.message}`,
    }
  }
}
