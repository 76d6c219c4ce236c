import { reportersOf } from '../../domain/request/households'
import type { Request } from '../../domain/request/request'
import { joins } from '../kernel/collections/joins'
import { type Database, _ } from '../kernel/database'

/** More accounts than this move a request no further forward. */
const most = 1000

/**
 * How many accounts joined a request or one that is dealt with in it, each once and without those who reported it: one
 * operation.
 */
export const joinedAccounts = async (
  db: Database,
  request: Pick<Request, '_id' | 'reporterId' | 'merged'>,
): Promise<number> => {
  const { _id, merged = [] } = request
  // Nobody can join their own.
  if (!merged.length) return db.count(joins, { requestId: _id, listKey: _.gt('') })
  const found = await db.find(joins, {
    where: { requestId: _.in([_id, ...merged.map(({ id }) => id)]), listKey: _.gt('') },
    limit: most,
    fields: ['personId'],
  })
  const accounts = new Set(found.map(({ personId }) => personId))
  for (const reporter of reportersOf(request)) accounts.delete(reporter)
  return accounts.size
}
