import fc from 'fast-check'
import { choices } from '../../contract/council'
import { closeVote } from './closeVote'
import { tally } from './tally'
import type { Ballot, Topic, Voter } from './topic'
import { voteBar } from './voteBar'
import { councilMajor, councilSimple, ruleWords } from './voteRule'

const voter = (n: number): Voter => ({
  personId: `p${n}`,
  seatId: `s${n}`,
  kind: 'fixed',
  title: '',
  name: '',
})
const roll = (n: number) => Array.from({ length: n }, (_, k) => voter(k))
const ballots = (votes: readonly (readonly [voter: number, choice: (typeof choices)[number]])[]) =>
  votes.map(([n, choice]) => ({ personId: `p${n}`, choice }))

/** Counts with floating-free thirds and halves the slow way: multiply everything by six and compare. */
const oracle = (rule: typeof councilSimple, size: number, votes: [number, string][]) => {
  const first: Record<number, string> = {}
  for (const [n, choice] of votes) if (n < size && !(n in first)) first[n] = choice
  const cast = Object.values(first)
  const yes = cast.filter(choice => choice === 'for').length
  const no = cast.filter(choice => choice === 'against').length
  const over = (part: number, whole: number, major: boolean) =>
    major ? part * 6 >= whole * 4 : part * 6 > whole * 3
  const major = rule.id === 'council_major'
  const quorate = size > 0 && over(cast.length, size, major)
  return { quorate, passed: quorate && yes + no > 0 && over(yes, yes + no, major) }
}

it('agrees with counting on one’s fingers, whoever else votes and however often', () => {
  const votes = fc.array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.constantFrom(...choices)), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(
      fc.constantFrom(councilSimple, councilMajor),
      fc.integer({ min: 0, max: 11 }),
      votes,
      (rule, size, cast) => {
        expect(tally(rule, roll(size), ballots(cast))).toMatchObject(oracle(rule, size, cast))
      },
    ),
    { numRuns: 500 },
  )
})

it.each([
  ['a tie does not pass', councilSimple, 4, 'ffaa', false],
  ['half of the roll is no quorum', councilSimple, 4, 'ff', false],
  ['one more than half is', councilSimple, 5, 'fff', true],
  ['abstentions make a quorum but no majority', councilSimple, 5, 'faooo', false],
  ['two thirds exactly are enough where two thirds are asked', councilMajor, 6, 'ffaa', false],
  ['two thirds of those for and against', councilMajor, 6, 'ffffaa', true],
  ['nobody for or against passes nothing', councilSimple, 3, 'ooo', false],
] as const)('%s', (_rule, rule, size, votes, passed) => {
  const letters = { f: 'for', a: 'against', o: 'abstain' } as const
  const cast = [...votes].map((letter, n) => [n, letters[letter as 'f']] as const)
  expect(tally(rule, roll(size), ballots(cast)).passed).toBe(passed)
})

it('explains the count so that anyone can follow it', () => {
  const { explanation } = tally(
    councilMajor,
    roll(6),
    ballots([
      [0, 'for'],
      [1, 'for'],
      [2, 'for'],
      [3, 'against'],
    ]),
  )
  expect(explanation).toEqual([
    '名单上有 6 位理事，参加投票 4 位。',
    '规则要三分之二以上参加：4/6，够了。',
    '同意 3 票，不同意 1 票，弃权 0 票。',
    '规则要同意票占三分之二以上：3/4，达到了。',
    '所以：通过。',
  ])
  expect(ruleWords(councilSimple)).toMatch(/过半数参加.*过半数就通过/)
})

describe('a vote', () => {
  const topic = {
    _id: 't',
    version: 3,
    status: 'voting',
    events: [],
    vote: { rule: councilSimple, opensAt: 100, closesAt: 200, roll: roll(3) },
  } as unknown as Topic
  const ballot = (n: number, at: number) => ({ topicId: 't', personId: `p${n}`, choice: 'for', at }) as Ballot

  it.each([
    [99, 'p0', false, 'notOpen'],
    [100, 'p0', false, undefined],
    [199, 'p0', true, 'voted'],
    [199, 'p9', false, 'notOnRoll'],
    [200, 'p0', false, 'closed'],
  ] as const)('at %d for %s', (now, personId, hasVoted, bar) =>
    expect(voteBar(topic, personId, now, hasVoted)).toBe(bar),
  )

  it('is counted once, after its time, without ballots that came late', () => {
    expect(closeVote(topic, [ballot(0, 150)], 199)).toBe(topic)
    const closed = closeVote(topic, [ballot(0, 150), ballot(1, 199), ballot(2, 200)], 200)
    expect(closed).toMatchObject({
      status: 'passed',
      version: 4,
      vote: { result: { counts: { cast: 2, for: 2 } } },
    })
    expect(closeVote(closed, [ballot(2, 150)], 300)).toBe(closed)
  })
})
