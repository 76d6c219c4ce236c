import type { TopicView } from '../../contract/council'
import { briefOf } from '../../domain/area/street'
import type { Ballot, Topic } from '../../domain/council/topic'
import { voteBar } from '../../domain/council/voteBar'
import { ruleWords } from '../../domain/council/voteRule'
import type { Call } from '../kernel/call'

/** The topic as the caller may see it: their own ballot, and the counts only after the close. */
export const present = async (
  { active, caller, now }: Call,
  topic: Topic,
  ballot?: Ballot,
): Promise<TopicView> => {
  const { street } = await active()
  const area = street.area(topic.areaId)
  return {
    id: topic._id,
    version: topic.version,
    title: topic.title,
    proposal: topic.proposal,
    background: topic.background,
    status: topic.status,
    council: topic.council,
    area: area ? briefOf(area) : { id: topic.areaId, name: '', kind: 'block' },
    proposer: topic.proposer,
    requests: topic.requestIds.length,
    ...(topic.vote && { vote: viewVote(topic, topic.vote) }),
    timeline: topic.events.map(({ at, by, text }) => ({ at, by, text })),
  }

  function viewVote(of: Topic, { rule, opensAt, closesAt, roll, result }: NonNullable<Topic['vote']>) {
    const bar = voteBar(of, caller.personId, now, !!ballot)
    return {
      rule: ruleWords(rule),
      opensAt,
      closesAt,
      roll: {
        fixed: roll.filter(({ kind }) => kind === 'fixed').length,
        rotating: roll.filter(({ kind }) => kind === 'rotating').length,
      },
      ...(ballot && { mine: { choice: ballot.choice, at: ballot.at } }),
      ...(bar && { bar }),
      ...(result && {
        result: { passed: result.passed, counts: result.counts, explanation: result.explanation },
      }),
    }
  }
}
