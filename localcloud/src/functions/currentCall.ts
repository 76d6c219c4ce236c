import { AsyncLocalStorage } from 'node:async_hooks'
import type { HostCall } from './invocation'

/** A call with the variables of `process.env` that are its own. */
export interface CurrentCall extends HostCall {
  variables: Record<string, string>
}

/**
 * The call that the running code belongs to. The host has one `process.env`, one clock and one console for all calls at
 * once, and functions use them as if they were alone: so each looks up the call it is asked in.
 */
export const currentCall = new AsyncLocalStorage<CurrentCall>()
