import { bindings } from '../kernel/collections/bindings'
import type { Database } from '../kernel/database'
import { followBinding } from '../roster/followBinding'
import { wakeDue } from './wakeDue'

/** Open requests that have still to learn of an account that was bound or let go. Gives of how many officers it went on. */
export const followBindings = (db: Database, now: number): Promise<number> =>
  wakeDue(db, bindings, now, async id => {
    await followBinding({ db, now }, id)
  })
