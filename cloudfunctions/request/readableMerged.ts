import { grantFor } from '../../domain/account/mayDo'
import type { Request } from '../../domain/request/request'
import type { ReadableReport } from '../../domain/request/reader'
import type { Call } from '../kernel/call'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'

/** Reports shown with the one they are dealt with in; the others are a touch away. */
const shownMost = 20

/**
 * The newest reports that are dealt with in a request and that the caller, an officer, may read by themselves: seeing the
 * one is no way around who may see the other. One operation, none when there are none.
 */
export const readableMerged = async (
  { caller, db, now }: Call,
  { merged = [] }: Pick<Request, 'merged'>,
): Promise<ReadableReport[]> => {
  const ids = merged.slice(-shownMost).map(({ id }) => id)
  if (!ids.length) return []
  const [grants, found] = await Promise.all([
    caller.grants(),
    db.find(requests, {
      where: { _id: _.in(ids) },
      limit: shownMost,
      fields: ['text', 'photos', 'files', 'place', 'areaIds'],
    }),
  ])
  return found.filter(({ areaIds }) => grantFor(grants, 'request.read', areaIds, now))
}
