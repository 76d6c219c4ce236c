import type { Tier } from '../../contract/tiers'
import type { Person } from '../../domain/account/post'
import { openClocks } from '../../domain/deadline/clocks'
import { personIdOf } from '../../domain/id/documentId'
import type { Policies } from '../../domain/policy/policies'
import { chinaDate, day, hour, minute, startOfDay } from '../../domain/time/china'
import { onEarth } from '../geography/earth'
import type { GridGround } from '../geography/areas'
import { castOpenid } from '../people/cast'
import type { Random } from '../random'
import type { Planned, Round } from './planned'
import type { StoryLine } from './storyLine'
import { storyLines } from './storyLines'
import { turnLines } from './turnLines'

/** What the story happens in. */
export interface Around {
  ground: GridGround
  people: readonly Person[]
  policies: Policies
  pepper: string
  /** ms */
  now: number
}

/** The requests of the grid of the story, set so that they look alive at `now`, whatever day it is. */
export const planStory = (random: Random, around: Around): Planned[] =>
  [...storyLines, ...turnLines].map((line, i) => planLine(random, line, i, around))

/** Residents of the grid who have no name in the demo. */
export const neighboursOf = ({ ground, people }: Around): Person[] =>
  people.filter(
    ({ openid, homeGridId }) => homeGridId === ground.area._id && openid.startsWith('demo-resident'),
  )

/** One request of the story, at the i-th spot of the grid. */
export const planLine = (random: Random, line: StoryLine, i: number, around: Around): Planned => {
  const { ground, policies, pepper, now } = around
  const [x, y] = ground.spots[i % ground.spots.length] ?? [0, 0]
  const { who, tile, scene, manner, words } = line
  return {
    reporterId:
      who === 'neighbour' ? random.pick(neighboursOf(around))._id : personIdOf(castOpenid(who), pepper),
    grid: ground.area,
    place: { point: onEarth(x, y), address: line.where, gridId: ground.area._id },
    matter: { tile: tile ?? 'other', weight: 0, ...(scene && { scene }), manner, cases: [words], left: [] },
    words,
    ...(tile && { tile }),
    photos: line.photos ?? 0,
    at: reportedAt(random, line, policies, now),
    rounds: roundsOf(line),
    ...(line.stop && { stop: line.stop }),
    ...(line.note && { note: line.note }),
    turns: line.turns ?? [],
  }
}

const roundsOf = ({ said }: StoryLine): Round[] => {
  const quick = { accept: 0.08, reply: 0.12, resolve: 0.4, confirm: 0.2 }
  return said
    ? said.map(([solved, satisfaction, text]) => ({
        ...quick,
        verdict: { solved, satisfaction, ...(text && { text }) },
      }))
    : [{ ...quick, verdict: 'silent' }]
}

const reportedAt = (random: Random, { when, tier }: StoryLine, policies: Policies, now: number): number => {
  if ('minutesAgo' in when) return now - when.minutesAgo * minute
  if ('daysAgo' in when) return startOfDay(now - when.daysAgo * day) + Math.round(when.hour * hour)
  return reportedFor(random, tier, now + when.dueInHours * hour, policies, now)
}

/** When something must have been reported for its resolve clock to end nearest to `due`, on the same side of now (ms). */
const reportedFor = (random: Random, tier: Tier, due: number, policies: Policies, now: number): number => {
  let best: number[] = []
  let bestOff = Infinity
  for (let at = now - hour; at > now - 40 * day; at -= 20 * minute) {
    const { minutes } = chinaDate(at)
    if (minutes < 7 * 60 || minutes > 21 * 60) continue
    const { dueAt } = openClocks(tier, at, policies).resolve
    if (dueAt > now !== due > now || Math.abs(dueAt - due) > bestOff) continue
    // Working days make ties.
    best = Math.abs(dueAt - due) < bestOff ? [at] : [...best, at]
    bestOff = Math.abs(dueAt - due)
  }
  return random.pick(best) + random.integer(0, 599_999)
}
