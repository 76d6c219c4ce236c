import { Refusal } from '../../contract/refusal'
import type { requestService } from '../../contract/request'
import { errorSentences } from '../../contract/sentences'
import { joinId } from '../../domain/duplicates/join'
import { joins } from '../kernel/collections/joins'
import type { Handler } from '../kernel/implement'
import { requestById } from './asNeighbour'
import { presentFollowed } from './presentFollowed'

export const followed: Handler<typeof requestService, 'followed'> = async (call, { id }) => {
  const join = await call.db.read(joins, joinId(id, call.caller.personId))
  if (!join) throw new Refusal('notFound', errorSentences.notFound)
  return { followed: await presentFollowed(call, await requestById(call, id), join) }
}
