import type { councilService } from '../../contract/council'
import type { ErrorCode } from '../../contract/errors'
import type { VoteBar } from '../../contract/council'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { Ballot } from '../../domain/council/topic'
import { voteBar } from '../../domain/council/voteBar'
import { ballots } from '../kernel/collections/ballots'
import { topics } from '../kernel/collections/topics'
import type { Handler } from '../kernel/implement'
import { insert } from '../kernel/save'
import { ballotId } from './ballotId'
import { present } from './present'

const codes: Record<VoteBar, ErrorCode> = {
  notOpen: 'voteClosed',
  closed: 'voteClosed',
  notOnRoll: 'notOnRoll',
  voted: 'alreadyVoted',
}

export const vote: Handler<typeof councilService, 'vote'> = async (call, { id, choice, token }) => {
  const { caller, db, now } = call
  const topic = await db.read(topics, id)
  if (!topic) throw new Refusal('notFound', errorSentences.notFound)
  const seat = topic.vote?.roll.find(({ personId }) => caller.owns(personId))
  if (!seat) throw new Refusal('notOnRoll', errorSentences.notOnRoll)

  const ballot: Ballot = {
    _id: ballotId(id, caller.personId),
    v: 1,
    topicId: id,
    personId: caller.personId,
    seatId: seat.seatId,
    choice,
    at: now,
    token,
  }
  const bar = voteBar(topic, caller.personId, now, false)
  if (!bar && (await insert(db, ballots, ballot))) return { topic: await present(call, topic, ballot) }

  // A ballot is there, or the vote is not open: the same call again gets its first answer, another is refused.
  const first = await db.read(ballots, ballot._id)
  if (first?.token === token) return { topic: await present(call, topic, first) }
  const code = codes[bar ?? 'voted']
  throw new Refusal(code, errorSentences[code])
}
