import type { WireError } from './errors'

/** Raised when the contract gains something an old phone could not do without; contract changes otherwise only add. */
export const contractVersion = 1

/** Phones below this are told to update (`tooOld`): the cloud understands the two versions before its own. */
export const oldestVersion = Math.max(1, contractVersion - 2)

/** The one shape of a call: `{action: 'request.submit', input, v}`. */
export interface Envelope {
  /** `<service>.<action>` */
  action: string
  input: unknown
  /** The contract version of the phone. */
  v: number
}

/** The one shape of an answer. `now` is the cloud's time in ms; the phone corrects its own clock by it. */
export type Reply<Data = unknown> =
  { ok: true; now: number; data: Data } | { ok: false; now: number; error: WireError }
