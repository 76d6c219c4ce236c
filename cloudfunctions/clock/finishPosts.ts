import { postChanges } from '../kernel/collections/postChanges'
import type { Database } from '../kernel/database'
import { doPostChange } from '../roster/doPostChange'
import { wakeDue } from './wakeDue'

/** Changes of posts that broke off, and the open requests that were too many for one call. Gives how many it went on with. */
export const finishPosts = (db: Database, env: string, now: number): Promise<number> =>
  wakeDue(db, postChanges, now, async id => {
    await doPostChange({ db, env, now }, id)
  })
