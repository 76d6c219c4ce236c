import { councilService } from '../../contract/council'
import { hour } from '../../domain/time/china'
import { runTimer, shiftClock } from '../support/localCloud'
import { openStreet, type OpenStreet } from './openStreet'
import { tokens } from './tokens'

let street: OpenStreet
beforeEach(async () => {
  street = await openStreet()
})

const ballot = (choice: 'for' | 'against' | 'abstain' = 'for') => ({
  id: 't-lamps',
  choice,
  token: tokens.next(),
})

describe('topics', () => {
  it('lists what is discussed around my home, and for anyone who names an area', async () => {
    const mine = await street.as('he').ok(councilService, 'topics', {})
    expect(mine).toMatchObject({ area: { id: 'b-1' }, lines: [{ id: 't-lamps', status: 'voting' }] })
    const looked = await street.as('stranger').ok(councilService, 'topics', { areaId: 'c-1' })
    expect(looked.lines).toHaveLength(1)
  })

  it('is empty where there is nothing, and refuses what is no id', async () => {
    expect(await street.as('he').ok(councilService, 'topics', { areaId: 'nowhere' })).toEqual({ lines: [] })
    expect(await street.as('he').error('council.topics', { areaId: '' })).toMatchObject({
      code: 'invalid',
      field: 'areaId',
    })
  })
})

describe('topic', () => {
  it('shows the proposal and the rule to anyone, and no count before the close', async () => {
    await street.as('he').ok(councilService, 'vote', ballot())
    const { topic } = await street.as('stranger').ok(councilService, 'topic', { id: 't-lamps' })
    expect(topic).toMatchObject({
      status: 'voting',
      vote: { roll: { fixed: 1, rotating: 2 }, bar: 'notOnRoll' },
    })
    expect(topic.vote?.rule).toMatch(/过半/)
    expect(topic.vote?.result).toBeUndefined()
    expect(topic.vote?.mine).toBeUndefined()
  })

  it('says so when there is none', async () => {
    expect(await street.as('he').error('council.topic', { id: 't-none' })).toMatchObject({ code: 'notFound' })
    expect(await street.as('he').error('council.topic', {})).toMatchObject({ code: 'invalid', field: 'id' })
  })
})

describe('vote', () => {
  it('takes one ballot of each councillor on the roll', async () => {
    const { topic } = await street.as('he').ok(councilService, 'vote', ballot('for'))
    expect(topic.vote).toMatchObject({ mine: { choice: 'for' }, bar: 'voted' })
    expect(await street.as('he').error('council.vote', ballot('against'))).toMatchObject({
      code: 'alreadyVoted',
    })
    expect(await street.find('ballots', { topicId: 't-lamps' })).toMatchObject([{ choice: 'for' }])
  })

  it('counts once when it is sent twice, and at the same moment', async () => {
    const input = ballot('against')
    const answers = await Promise.all([1, 2, 3].map(() => street.as('wu').ok(councilService, 'vote', input)))
    answers.push(await street.as('wu').ok(councilService, 'vote', input))
    expect(answers.every(({ topic }) => topic.vote?.mine?.choice === 'against')).toBe(true)
    expect(await street.find('ballots', { topicId: 't-lamps' })).toHaveLength(1)
  })

  it('lets two different ballots of one councillor race, and keeps one', async () => {
    const replies = await Promise.all(
      ['for', 'against', 'abstain', 'for'].map(choice =>
        street.as('xu').raw({ action: 'council.vote', input: ballot(choice as 'for'), v: 1 }),
      ),
    )
    expect(replies.filter(({ reply }) => reply.ok)).toHaveLength(1)
    expect(await street.find('ballots', { topicId: 't-lamps' })).toHaveLength(1)
  })

  it.each(['stranger', 'zhang', 'chen', 'liu'] as const)(
    'is not for %s, who is not on the roll',
    async name => {
      expect(await street.as(name).error('council.vote', ballot())).toMatchObject({ code: 'notOnRoll' })
      expect(await street.find('ballots', {})).toEqual([])
    },
  )

  it('refuses a choice that is none and a topic that is none', async () => {
    expect(await street.as('he').error('council.vote', { ...ballot(), choice: 'maybe' })).toMatchObject({
      code: 'invalid',
      field: 'choice',
    })
    expect(await street.as('he').error('council.vote', { ...ballot(), id: 't-none' })).toMatchObject({
      code: 'notFound',
    })
  })
})

describe('when the vote closes', () => {
  const close = async () => {
    await shiftClock(street.env, 50 * hour)
    await runTimer(street.env, 'clock')
    return (await street.as('stranger').ok(councilService, 'topic', { id: 't-lamps' })).topic
  }

  it('computes the result under the written rule and shows how', async () => {
    await street.as('he').ok(councilService, 'vote', ballot('for'))
    await street.as('wu').ok(councilService, 'vote', ballot('for'))
    await street.as('xu').ok(councilService, 'vote', ballot('against'))
    const topic = await close()
    expect(topic).toMatchObject({
      status: 'passed',
      vote: {
        bar: 'closed',
        result: { passed: true, counts: { roll: 3, cast: 3, for: 2, against: 1, abstain: 0 } },
      },
    })
    expect(topic.vote?.result?.explanation.length).toBeGreaterThan(2)
  })

  it('does not pass when too few came', async () => {
    await street.as('he').ok(councilService, 'vote', ballot('for'))
    expect(await close()).toMatchObject({ status: 'noQuorum', vote: { result: { passed: false } } })
  })

  it('refuses ballots after the time, even before it was counted, but answers a repeated one', async () => {
    const input = ballot('for')
    await street.as('he').ok(councilService, 'vote', input)
    await shiftClock(street.env, 50 * hour)
    expect(await street.as('wu').error('council.vote', ballot('for'))).toMatchObject({ code: 'voteClosed' })
    expect((await street.as('he').ok(councilService, 'vote', input)).topic.vote?.mine?.choice).toBe('for')
  })

  it('counts once, however often the clock runs', async () => {
    await street.as('he').ok(councilService, 'vote', ballot('for'))
    const first = await close()
    await runTimer(street.env, 'clock')
    const { topic } = await street.as('he').ok(councilService, 'topic', { id: 't-lamps' })
    expect(topic.version).toBe(first.version)
    expect(topic.timeline).toEqual(first.timeline)
  })
})
