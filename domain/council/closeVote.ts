import { tally } from './tally'
import type { Ballot, Topic } from './topic'

/**
 * The topic with its vote counted, once its time is up: ballots cast before the closing time, under the rule that was
 * frozen at the opening. Gives the topic unchanged (the same object) when there is nothing to count yet or any more.
 */
export const closeVote = (topic: Topic, ballots: readonly Ballot[], now: number): Topic => {
  const { vote } = topic
  if (!vote || vote.result || now < vote.closesAt || topic.status !== 'voting') return topic
  const inTime = ballots.filter(ballot => ballot.topicId === topic._id && ballot.at < vote.closesAt)
  const result = tally(vote.rule, vote.roll, inTime)
  const status = result.passed ? 'passed' : result.quorate ? 'rejected' : 'noQuorum'
  return {
    ...topic,
    version: topic.version + 1,
    status,
    vote: { ...vote, result },
    events: [...topic.events, { at: now, by: '系统', text: `投票结束。${result.explanation.at(-1) ?? ''}` }],
    openKey: undefined,
    wakeAt: undefined,
  }
}
