import { countJoined } from '../../domain/request/countJoined'
import type { Request } from '../../domain/request/request'
import type { Call } from '../kernel/call'
import { change } from '../kernel/change'
import { requests } from '../kernel/collections/requests'
import { runEffects } from '../kernel/effects'
import { joinedAccounts } from './joinedAccounts'

/**
 * Writes down how many have joined a request. Counted after the request is read and anew with every attempt, so that of
 * several people joining at once the last to write has counted them all; `before` is the request when it has just been read. Throws `notFound`, `busy`.
 */
export const countJoins = async (call: Call, id: string, before?: Request): Promise<Request> => {
  const { active, db, now } = call
  const { street, policies } = await active()
  const { topicFrom } = policies.duplicates
  const saved = await change(db, requests, {
    id,
    ...(before && { before }),
    permit: request => joinedAccounts(db, request),
    decide: (request, joined) =>
      countJoined(request, joined, {
        at: now,
        topicFrom,
        overseers: street.holders('request.oversee', request.areaIds, now),
      }),
  })
  // Dealt with in another: there they count too.
  if (saved.mergedInto) await countJoins(call, saved.mergedInto.id)
  return runEffects(db, saved, now)
}
