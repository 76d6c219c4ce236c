/** One operation of a call, as the log shows it. */
export interface ActionNote {
  action: string
  collection?: string
  /** As the SDK sent it. */
  query?: string
  examined: number
  returned: number
  ms: number
}

/** Who calls a function, where, and at what time of the environment. */
export interface FunctionCaller {
  env: string
  /** Absent for timers. */
  openid?: string
  /** As `getWXContext().SOURCE`: `wx_client`, `wx_client,scf`, `wx_trigger`. */
  source: string
  /** Added to the clock that the function sees, ms. */
  offset: number
}

/** What one call of a function is: who called, in which environment, and what it has cost so far. */
export interface Invocation extends FunctionCaller {
  /** Opaque; the SDK sends it back with every request, which says on whose behalf it is. */
  token: string
  fn: string
  usage: { ops: number; examined: number; returned: number }
  actions: ActionNote[]
  /** Ids of transactions it has open. */
  transactions: Set<string>
  /** What it printed. */
  output: string[]
}

/** From the server to the host. */
export interface HostCall extends FunctionCaller {
  id: number
  token: string
  fn: string
  appid: string
  event: unknown
  /** Forgets the loaded function first. */
  cold?: boolean
}

/** What became of a call. The result is JSON, made once by whoever has the value. */
export type HostReply =
  | { kind: 'reply'; id: number; result: string; cold: boolean }
  | { kind: 'failed'; id: number; error: string; cold: boolean }

/** From the host to the server. `loaded` says that a function has been loaded for a call, and that its time begins. */
export type HostMessage =
  HostReply | { kind: 'print'; token?: string; line: string } | { kind: 'loaded'; fn: string }
