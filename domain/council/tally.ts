import type { Choice } from '../../contract/council'
import type { Ballot, VoteResult, Voter } from './topic'
import { reaches, shareWords, type VoteRule } from './voteRule'

/**
 * The outcome of a vote from its ballots: those of voters on the roll, one each (the first), whatever else is handed in.
 * Exact fractions throughout; a tie does not pass. The explanation is the count, line by line, for anyone to check.
 */
export const tally = (
  rule: VoteRule,
  roll: readonly Voter[],
  ballots: readonly Pick<Ballot, 'personId' | 'choice'>[],
): VoteResult => {
  const cast = new Map<string, Choice>()
  const voters = new Set(roll.map(voter => voter.personId))
  for (const { personId, choice } of ballots) {
    if (voters.has(personId) && !cast.has(personId)) cast.set(personId, choice)
  }
  const count = (choice: Choice) => [...cast.values()].filter(cast => cast === choice).length
  const counts = {
    roll: voters.size,
    cast: cast.size,
    for: count('for'),
    against: count('against'),
    abstain: count('abstain'),
  }
  const decided = counts.for + counts.against
  const quorate = reaches(counts.cast, counts.roll, rule.quorum)
  const enough = reaches(counts.for, decided, rule.pass)
  return {
    passed: quorate && enough,
    quorate,
    counts,
    explanation: [
      `名单上有 ${counts.roll} 位理事，参加投票 ${counts.cast} 位。`,
      `规则要${shareWords(rule.quorum)}参加：${counts.cast}/${counts.roll}，${quorate ? '够了' : '不够，这次不算数'}。`,
      `同意 ${counts.for} 票，不同意 ${counts.against} 票，弃权 ${counts.abstain} 票。`,
      ...(quorate
        ? [
            `规则要同意票占${shareWords(rule.pass)}：${counts.for}/${decided}，${enough ? '达到了' : '没达到'}。`,
            enough ? '所以：通过。' : '所以：没通过。',
          ]
        : ['所以：人没到齐，没表决成。']),
    ],
  }
}
