import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from '../environment'
import { underFaults } from '../underFaults'
import type { FunctionHost } from './functionHost'

/** A message comes from outside, a moment after what caused it. */
const momentMs = 50

/** Gives a message from WeChat to the function that gets them; what goes wrong is told in the log, as nobody waits. */
export const deliverMessage = async (
  host: FunctionHost,
  environment: Environment,
  fn: string | undefined,
  message: Record<string, unknown>,
  log: (line: string) => void,
): Promise<void> => {
  if (fn === undefined)
    return log(`[messages] nobody gets ${String(message.Event)}: name a function in "messages"`)
  await sleep(momentMs)
  const call = () =>
    host.call(fn, message, {
      env: environment.id,
      openid: String(message.FromUserName),
      source: 'wx_client',
      offset: environment.clock.offset,
    })
  await underFaults(environment, `message:${String(message.Event)}`, call).catch((error: Error) =>
    log(`[messages] ${fn}: ${error.message}`),
  )
}
