import type { councilService } from '../../contract/council'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { ballots } from '../kernel/collections/ballots'
import { topics } from '../kernel/collections/topics'
import type { Handler } from '../kernel/implement'
import { ballotId } from './ballotId'
import { present } from './present'

export const topic: Handler<typeof councilService, 'topic'> = async (call, { id }) => {
  const { caller, db } = call
  const found = await db.read(topics, id)
  if (!found) throw new Refusal('notFound', errorSentences.notFound)
  const voter = found.vote?.roll.some(({ personId }) => personId === caller.personId)
  const ballot = voter ? await db.read(ballots, ballotId(id, caller.personId)) : undefined
  return { topic: await present(call, found, ballot) }
}
