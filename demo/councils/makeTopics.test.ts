import { topicStatuses } from '../../contract/council'
import { tally } from '../../domain/council/tally'
import { generateStreet } from '../generateStreet'

const now = Date.UTC(2026, 10, 23, 2)
const { topics, ballots, councils } = generateStreet({ seed: 1, now, pepper: 'test-pepper' })
const ballotsOf = (id: string) => ballots.filter(({ topicId }) => topicId === id)

it('has topics in every state', () => {
  expect(new Set(topics.map(({ status }) => status))).toEqual(new Set(topicStatuses))
})

it('has exactly the results that its ballots give', () => {
  for (const { _id, vote, status } of topics) {
    if (!vote?.result) continue
    expect(vote.result).toEqual(tally(vote.rule, vote.roll, ballotsOf(_id)))
    expect(['passed', 'executing', 'done'].includes(status)).toBe(vote.result.passed)
  }
})

it('counts every vote whose time is up and none before', () => {
  for (const { vote, status } of topics) {
    expect(vote ? vote.opensAt : Infinity).toBeLessThanOrEqual(status === 'discussing' ? Infinity : now)
    if (vote && vote.closesAt < now - 10 * 60_000) expect(vote.result).toBeDefined()
    if (vote && vote.closesAt > now) expect([status, vote.result]).toEqual(['voting', undefined])
  }
})

it('takes one ballot from each voter, from the roll and while the vote is open', () => {
  for (const { _id, vote } of topics) {
    const cast = ballotsOf(_id)
    expect(new Set(cast.map(({ personId }) => personId)).size).toBe(cast.length)
    for (const { personId, seatId, at } of cast) {
      expect(vote?.roll).toContainEqual(expect.objectContaining({ personId, seatId }))
      expect(at).toBeGreaterThanOrEqual(vote?.opensAt ?? Infinity)
      expect(at).toBeLessThan(Math.min(vote?.closesAt ?? 0, now))
    }
  }
})

it('puts on the roll those who held a seat when the vote opened, of both kinds', () => {
  for (const { councilId, vote } of topics) {
    if (!vote) continue
    const seats = councils.find(({ _id }) => _id === councilId)?.seats ?? []
    const seated = seats.filter(({ from, to }) => from <= vote.opensAt && vote.opensAt < to)
    expect(vote.roll.map(({ seatId }) => seatId)).toEqual(seated.map(({ id }) => id))
    expect(new Set(vote.roll.map(({ kind }) => kind))).toEqual(new Set(['fixed', 'rotating']))
  }
})

it('tells every story in order, up to now', () => {
  for (const { events, createdAt } of topics) {
    const instants = events.map(({ at }) => at)
    expect(instants[0]).toBe(createdAt)
    expect([...instants].sort((a, b) => a - b)).toEqual(instants)
    expect(instants.at(-1)).toBeLessThanOrEqual(now)
  }
})
