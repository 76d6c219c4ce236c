import { isIP } from 'node:net'
import type { IncomingMessage } from 'node:http'
import { Refused } from '../http'

const loopback = /^(localhost|127(\.\d+){3}|\[?::1\]?|::ffff:127(\.\d+){3})$/

/** Whether an address or a name means this machine. */
export const isLoopback = (host: string): boolean => loopback.test(host)

/**
 * Refuses a request by a name that is not ours: another site can have its own name lead to this machine, and its pages
 * would then count as ours (DNS rebinding). An IP address cannot be made to lead elsewhere.
 * @param bound the address the server listens on; this machine alone is asked by its own names only
 * @param names further names that are ours
 * @throws Refused 403
 */
export const refuseForeignName = (
  { headers: { host = '' } }: IncomingMessage,
  bound: string,
  names: readonly string[],
): void => {
  const name = host.replace(/:\d+$/, '')
  if (isLoopback(name)) return
  if (isLoopback(bound))
    throw new Refused(403, `this server answers to 127.0.0.1 and localhost, not to ${host}`)
  if (isIP(name.replace(/^\[|\]$/g, '')) || name === bound || names.includes(name)) return
  throw new Refused(403, `this server answers to its address, not to ${host}: list the name under "hosts"`)
}

/**
 * Refuses what changes something and comes from a page that is not ours; programs that are no browsers send no origin.
 * @throws Refused 403
 */
export const refuseForeignOrigin = ({ method, headers: { origin, host } }: IncomingMessage): void => {
  if (method === 'GET' || method === 'HEAD' || origin === undefined) return
  if (origin !== `http://${host}` && origin !== `https://${host}`)
    throw new Refused(403, 'calls from another site are not answered')
}
