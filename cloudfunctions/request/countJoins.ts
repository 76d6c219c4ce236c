import { countJoined } from '../../domain/request/countJoined'
import type { Request } from '../../domain/request/request'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { joins } from '../kernel/collections/joins'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import { runEffects } from '../kernel/effects'

/**
 * Writes down how many have joined a request. Counted after the request is read and anew with every attempt, so that of
 * several people joining at once the last to write has counted them all. Throws `notFound`, `busy`.
 */
export const countJoins = async ({ active, db, now }: Call, id: string): Promise<Request> => {
  const { street, policies } = await active()
  const { topicFrom } = policies.duplicates
  const saved = await change(db, requests, {
    id,
    permit: () => db.count(joins, { requestId: id, listKey: _.gt('') }),
    decide: (request, joined) =>
      countJoined(request, joined, {
        at: now,
        topicFrom,
        overseers: street.holders('request.oversee', request.areaIds, now),
      }),
  })
  return runEffects(db, saved, now)
}
