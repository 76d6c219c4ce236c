import type { Collection } from '../kernel/collections/collection'
import { type Database, _ } from '../kernel/database'

/** Documents woken in one run. */
const batch = 100
/** A run takes up no more after this long, ms; the next one goes on a minute later. */
const runsAtMost = 15_000

/**
 * Wakes the documents whose `wakeAt` has come, the longest due first. One that fails is logged and does not hold up the
 * others; it is tried again with the next run. Gives how many were woken.
 */
export const wakeDue = async <T extends { _id: string; wakeAt?: number }>(
  db: Database,
  collection: Collection<T>,
  now: number,
  wake: (id: string) => Promise<void>,
): Promise<number> => {
  const due = await db.find(collection, {
    where: { wakeAt: _.lte(now) },
    order: ['wakeAt', '1'],
    limit: batch,
    fields: ['_id'],
  })
  const started = Date.now()
  let woken = 0
  for (const { _id } of due) {
    if (Date.now() - started > runsAtMost) break
    try {
      await wake(_id)
      woken++
    } catch (error) {
      console.error(
        JSON.stringify({ clock: collection.name, id: _id, error: String((error as Error).stack ?? error) }),
      )
    }
  }
  return woken
}
