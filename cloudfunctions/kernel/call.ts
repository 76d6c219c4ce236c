import type { Active } from './active'
import type { Caller } from './caller'
import type { Database } from './database'

/** Everything one call of one action has at hand. */
export interface Call {
  /** When it arrived, ms. */
  now: number
  /** The environment the function runs in: state kept in memory belongs to one. */
  env: string
  db: Database
  caller: Caller
  /** The areas, officers and policies in force. */
  active: () => Promise<Active>
}
