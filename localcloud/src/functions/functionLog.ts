import type { ActionNote, Invocation } from './invocation'

/** One call of a function, ended. */
export interface LogEntry {
  /** ms */
  at: number
  env: string
  fn: string
  source: string
  openid?: string
  ms: number
  cold: boolean
  error?: string
  ops: number
  examined: number
  returned: number
  actions: ActionNote[]
  output: string[]
}

const kept = 500

/** The last calls. */
export class FunctionLog {
  /** Oldest first: the end of a list is where adding costs nothing. */
  private entries: LogEntry[] = []

  add(invocation: Invocation, outcome: { at: number; ms: number; cold: boolean; error?: string }): void {
    const { env, fn, source, openid, usage, actions, output } = invocation
    this.entries.push({
      ...outcome,
      env,
      fn,
      source,
      ...(openid !== undefined && { openid }),
      ...usage,
      actions,
      output,
    })
    if (this.entries.length >= 2 * kept) this.entries = this.entries.slice(-kept)
  }

  /** Newest first. */
  recent(): LogEntry[] {
    return this.entries.slice(-kept).reverse()
  }
}
