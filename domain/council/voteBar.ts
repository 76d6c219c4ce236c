import type { VoteBar } from '../../contract/council'
import type { Topic } from './topic'

/** Why this person cannot vote on the topic at `now` (ms); undefined when they can. The close is exclusive. */
export const voteBar = (
  topic: Topic,
  personId: string,
  now: number,
  hasVoted: boolean,
): VoteBar | undefined => {
  const { vote } = topic
  if (!vote || now < vote.opensAt) return 'notOpen'
  if (vote.result || now >= vote.closesAt) return 'closed'
  if (!vote.roll.some(voter => voter.personId === personId)) return 'notOnRoll'
  return hasVoted ? 'voted' : undefined
}
