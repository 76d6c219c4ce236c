import type { Status } from '../../contract/statuses'
import type { Tier } from '../../contract/tiers'
import type { Held } from '../area/roster'
import { openNames } from '../deadline/clocks'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import { recountClock } from '../deadline/moveClock'
import type { TierPreset } from '../triage/tierPreset'
import { routeOf } from '../triage/triage'
import { endWait } from './askInfo'
import { peopleAt } from './ladder'
import type { Request } from './request'
import { officerOf, routeTo } from './routeTo'
import { roundStart } from './standing'
import { endSuspension } from './suspendRequest'

/** The posts in term on the request's areas, and the rules in force. */
export interface TierAround extends DeadlineRules {
  posts: readonly Held[]
  /** What the tiers are called. */
  tiers: Pick<TierPreset, 'words'>
}

/** The request under another tier's clocks. */
export const inTier = (request: Request, tier: Tier, at: number, around: TierAround): Request => {
  const end = { needInfo: endWait, suspended: endSuspension }[request.status as string]
  const woken = end ? end(request, at, around) : request
  const clocks = { ...woken.clocks }
  const rules = around.deadline.tiers[tier]
  for (const name of openNames) {
    const old = clocks[name]
    const rule = rules[name]
    if (old?.doneAt !== undefined) continue
    // A person has judged it: there is nothing left to doubt.
    if (!rule || name === 'danger') delete clocks[name]
    else
      clocks[name] = recountClock(
        old,
        rule,
        roundStart(request),
        at,
        around.calendar.forAreas(request.areaIds),
      )
  }
  return { ...rerouted(woken, tier, at, around), tier, clocks }
}

/** Until somebody has taken it on, it goes to whoever leads the new tier; after that it stays where it is. */
const rerouted = (request: Request, tier: Tier, at: number, { posts }: TierAround): Request => {
  if (request.status !== 'submitted') return request
  const post = routeTo(routeOf[tier], posts, at)
  return post
    ? {
        ...request,
        assignee: { ...officerOf(post), ...(post.personId && { personId: post.personId }), since: at },
      }
    : request
}

/** The state in which another tier finds it: waiting for the reporter and being set aside end with it. */
export const taken = ({ status }: Request): Status =>
  status === 'needInfo' || status === 'suspended' ? 'inProgress' : status

/** The accounts of everyone whom danger calls. */
export const onDuty = (request: Request, { posts }: TierAround) =>
  peopleAt(['handler', 'community', 'street'], request, posts)
