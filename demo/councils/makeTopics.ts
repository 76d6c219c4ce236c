import type { Choice } from '../../contract/council'
import type { Area } from '../../domain/area/area'
import { closeVote } from '../../domain/council/closeVote'
import type { Ballot, Council, Topic, Voter } from '../../domain/council/topic'
import { councilMajor, councilSimple } from '../../domain/council/voteRule'
import { documentId, personIdOf } from '../../domain/id/documentId'
import type { Request } from '../../domain/request/request'
import { listKey } from '../../domain/request/requestKeys'
import { day } from '../../domain/time/china'
import { castOpenid } from '../people/cast'
import type { Random } from '../random'
import type { Told } from '../requests/settle'
import { planTopics, type PlannedTopic } from './planTopics'

// Longer than any call can run, so that every ballot that was accepted in time has been written.
const countingDelay = 120_000

interface Around {
  blocks: readonly Area[]
  councils: readonly Council[]
  requests: readonly Request[]
  count: number
  days: number
  now: number
  pepper: string
  tell: (told: Told) => void
}

/** Topics in every state with their ballots; every result is counted by the domain from the ballots. */
export const makeTopics = (random: Random, around: Around): { topics: Topic[]; ballots: Ballot[] } => {
  const ballots: Ballot[] = []
  const topics = planTopics(random, around).map(planned => {
    const topic = propose(random, planned, around)
    const cast = topic.vote ? castBallots(random, topic, topic.vote, planned, around) : []
    ballots.push(...cast)
    return carryOut(closed(topic, cast, around.now), planned, around.now)
  })
  return { topics, ballots }
}

/** The topic until its vote is open, or as far as it has come. */
const propose = (random: Random, planned: PlannedTopic, { blocks, requests, now, tell }: Around): Topic => {
  const { council, matter, createdAt, opensAt, closesAt, major } = planned
  const _id = documentId('t', council._id, matter.title, String(createdAt))
  const block = blocks.find(area => area._id === council.areaId)
  const seats = council.seats.filter(seat => seat.from <= opensAt && opensAt < seat.to)
  const proposer = random.pick(seats)
  const causes = requests.filter(
    request =>
      request.areaIds.includes(council.areaId) &&
      request.tile === matter.tile &&
      request.createdAt < createdAt,
  )
  const talking: Topic = {
    _id,
    v: 1,
    version: 1,
    rev: 1,
    councilId: council._id,
    council: council.name,
    areaId: council.areaId,
    areaIds: block?.path ?? [council.areaId],
    title: matter.title,
    proposal: matter.proposal,
    background: matter.background.replaceAll('{block}', block?.name ?? ''),
    proposer: `${proposer.title} ${proposer.name}`,
    status: 'discussing',
    requestIds: random
      .shuffled(causes)
      .slice(0, random.integer(1, 4))
      .map(request => request._id),
    events: [{ at: createdAt, by: `${proposer.title} ${proposer.name}`, text: '提出来大家商量。' }],
    createdAt,
    listKey: listKey(createdAt, _id),
    openKey: listKey(createdAt, _id),
  }
  if (opensAt > now) return talking
  const roll = seats.flatMap(({ id, kind, title, personId, name }): Voter[] =>
    personId ? [{ personId, seatId: id, kind, title, name }] : [],
  )
  for (const { personId } of roll) {
    const told = { text: `街区理事会有一件事等您投票：${matter.title}`, link: `/pages/topic/index?id=${_id}` }
    tell({ causeId: _id, effectId: `opened-${personId}`, personId, at: opensAt, ...told })
  }
  return {
    ...talking,
    version: 2,
    rev: 2,
    status: 'voting',
    vote: { rule: major ? councilMajor : councilSimple, opensAt, closesAt, roll },
    events: [
      ...talking.events,
      { at: opensAt, by: '理事会', text: '商量得差不多了，文字定下来，开始投票。' },
    ],
    wakeAt: closesAt + countingDelay,
  }
}

/** The ballots cast so far. The named councillors leave their vote to whoever plays them while it is open. */
const castBallots = (
  random: Random,
  topic: Topic,
  { roll, opensAt, closesAt }: NonNullable<Topic['vote']>,
  { turnout, favour }: PlannedTopic,
  { now, pepper }: Around,
): Ballot[] => {
  const waiting = (['he-jianguo', 'wu-mei'] as const).map(id => personIdOf(castOpenid(id), pepper))
  return roll.flatMap((voter): Ballot[] => {
    const at = opensAt + random.integer(1, closesAt - opensAt - 1)
    const votes = random.chance(turnout)
    const choice: Choice = random.chance(0.06) ? 'abstain' : random.chance(favour) ? 'for' : 'against'
    const token = random.hex(32)
    if (!votes || (closesAt > now && waiting.includes(voter.personId))) return []
    // An open vote has some ballots from the start, so that "x of y have voted" says something.
    const cast =
      closesAt > now ? opensAt + Math.floor(((at - opensAt) * (now - opensAt)) / (closesAt - opensAt)) : at
    return [
      {
        _id: documentId('b', topic._id, voter.personId),
        v: 1,
        topicId: topic._id,
        personId: voter.personId,
        seatId: voter.seatId,
        choice,
        at: cast,
        token,
      },
    ]
  })
}

const closed = (topic: Topic, ballots: readonly Ballot[], now: number): Topic => {
  if (topic.wakeAt === undefined || topic.wakeAt > now) return topic
  return { ...closeVote(topic, ballots, topic.wakeAt), rev: topic.rev + 1 }
}

/** What happens after the council has agreed. */
const carryOut = (topic: Topic, { matter, begins, finishes, closesAt }: PlannedTopic, now: number): Topic => {
  const steps = [
    { status: 'executing' as const, after: begins, text: matter.steps[0] },
    { status: 'done' as const, after: finishes, text: matter.steps[1] },
  ]
  const lead = topic.vote?.roll.find(({ title }) => title === '街区负责人')
  const by = lead ? `${lead.title} ${lead.name}` : '理事会'
  return steps.reduce((current, { status, after, text }) => {
    const at = closesAt + (after ?? Infinity) * day
    if (topic.status !== 'passed' || at > now) return current
    const { version, rev, events } = current
    return {
      ...current,
      version: version + 1,
      rev: rev + 1,
      status,
      events: [...events, { at, by, text }],
    }
  }, topic)
}
