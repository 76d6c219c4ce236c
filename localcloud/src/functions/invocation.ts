/** What one call of a function is: who called, in which environment, and what it has cost so far. */
export interface Invocation {
  /** Opaque; the SDK sends it back with every request, which says on whose behalf it is. */
  token: string
  env: string
  fn: string
  /** Absent for timers. */
  openid?: string
  /** As `getWXContext().SOURCE`: `wx_client`, `wx_client,scf`, `wx_trigger`. */
  source: string
  /** Added to the clock that the function sees, ms. */
  offset: number
  usage: { ops: number; examined: number; returned: number }
}

/** From the server to the host. */
export interface HostCall {
  id: number
  fn: string
  event: unknown
  /** Variables of `process.env` for this call alone. */
  variables: Record<string, string>
  offset: number
}

/** From the host to the server. */
export type HostReply =
  | { id: number; ok: true; result: unknown; cold: boolean }
  | { id: number; ok: false; error: string; cold: boolean }
