/** One operation of a call, as the log shows it. */
export interface ActionNote {
  action: string
  collection?: string
  examined: number
  returned: number
  ms: number
}

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
  actions: ActionNote[]
  /** Ids of transactions it has open. */
  transactions: Set<string>
  /** What it printed. */
  output: string[]
}

/** From the server to the host. */
export interface HostCall {
  kind: 'call'
  id: number
  fn: string
  event: unknown
  /** Variables of `process.env` for this call alone. */
  variables: Record<string, string>
  offset: number
  /** Forgets the loaded function first. */
  cold?: boolean
}

/** From the host to the server. */
export type HostMessage =
  | { kind: 'ready' }
  | { kind: 'reply'; id: number; result: unknown; cold: boolean }
  | { kind: 'failed'; id: number; error: string; cold: boolean }
  | { kind: 'print'; token?: string; line: string }
