import { Refusal } from '../../contract/refusal'
import type { requestService } from '../../contract/request'
import { errorSentences } from '../../contract/sentences'
import { changeJoin, joinId } from '../../domain/duplicates/join'
import { joins } from '../kernel/collections/joins'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { setFields } from '../kernel/save'
import { countJoins } from './countJoins'
import { presentFollowed } from './presentFollowed'

export const leave: Handler<typeof requestService, 'leave'> = async (call, { id, token }) => {
  const { caller, db, now } = call
  limitRate(call, 'join', token)
  const before = await db.read(joins, joinId(id, caller.personId))
  if (!before) throw new Refusal('notFound', errorSentences.notFound)
  const change = changeJoin(before, { joins: false, at: now, token })
  if (change) await setFields(db, joins, before._id, change)
  return { followed: await presentFollowed(call, await countJoins(call, id), { ...before, ...change }) }
}
