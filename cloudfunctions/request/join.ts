import { Refusal } from '../../contract/refusal'
import type { requestService } from '../../contract/request'
import { errorSentences } from '../../contract/sentences'
import { changeJoin, joinId, newJoin } from '../../domain/duplicates/join'
import { unsettled } from '../../domain/request/lifeCycle'
import { ensureAccount } from '../account/ensureAccount'
import { joins } from '../kernel/collections/joins'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { insert, setFields } from '../kernel/save'
import { asNeighbour, requestById } from './asNeighbour'
import { countJoins } from './countJoins'
import { presentFollowed } from './presentFollowed'

export const join: Handler<typeof requestService, 'join'> = async (call, { id, token }) => {
  const { caller, db, now } = call
  limitRate(call, 'join', token)
  const request = await requestById(call, id)
  const before = await db.read(joins, joinId(id, caller.personId))
  if (before?.tokens.includes(token)) return { followed: await presentFollowed(call, request, before) }
  if (!(await asNeighbour(call, request))) throw new Refusal('notFound', errorSentences.notFound)
  if (request.reporterId === caller.personId)
    throw new Refusal('wrongState', '这是您自己反映的，在“我反映的”里能看到办到哪一步了。')
  if (!unsettled.some(status => status === request.status))
    throw new Refusal('wrongState', '这件事已经说办好了。您还遇到的话，请再反映一次。')

  const account = (await caller.account()) ?? { _id: caller.personId }
  await ensureAccount(call)
  const joined = newJoin(id, account, now, token)
  const change = before && changeJoin(before, { joins: true, at: now, token })
  if (change) await setFields(db, joins, before._id, change)
  // Counted anew even when nothing changed: a call that broke off after the first write is mended by the next.
  if (!before) await insert(db, joins, joined)
  const counted = await countJoins(call, id, request)
  return { followed: await presentFollowed(call, counted, { ...(before ?? joined), ...change }) }
}
