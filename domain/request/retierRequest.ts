import type { Category } from '../../contract/categories'
import { Refusal } from '../../contract/refusal'
import type { Status } from '../../contract/statuses'
import type { Tier } from '../../contract/tiers'
import type { Held } from '../area/roster'
import { startClock } from '../deadline/clock'
import { openNames } from '../deadline/clocks'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import { recountClock } from '../deadline/moveClock'
import type { TierPreset } from '../triage/tierPreset'
import { routeOf } from '../triage/triage'
import { appendEvent } from './appendEvent'
import { endWait } from './askInfo'
import { tell } from './effects'
import type { Doing, OfficerDoing } from './handleRequest'
import { peopleAt } from './ladder'
import { assertMove } from './lifeCycle'
import type { Request } from './request'
import { officerOf, routeTo } from './routeTo'
import { isAbove, openObjection, roundStart } from './standing'
import { stop } from './stop'
import { endSuspension } from './suspendRequest'

/** The posts in term on the request's areas, and the rules in force. */
interface Around extends DeadlineRules {
  posts: readonly Held[]
  /** What the tiers are called. */
  tiers: Pick<TierPreset, 'words'>
}

/** The class it is in: a person's, else the machine's. */
export const categoryOf = ({ category, triage }: Pick<Request, 'category' | 'triage'>): Category =>
  category ?? triage.category

/**
 * An officer corrects the tier, the category or both, and says why. A rise to danger alerts everyone on duty; a lowering
 * tells the reporter, who reads the reason and may object. Clocks are counted anew by the rule of `recountClock`. Throws
 * `invalid` (nothing changes), `wrongState`, `historyFull`.
 */
export const retierRequest = (
  request: Request,
  doing: OfficerDoing,
  {
    tier = request.tier,
    category = categoryOf(request),
    text,
  }: { tier?: Tier; category?: Category; text: string },
  around: Around,
): Request => {
  assertMove(request, 'retier', doing, around.deadline)
  if (tier === request.tier && category === categoryOf(request)) {
    throw new Refusal('invalid', '请选一个和现在不一样的级别或类别。', { field: 'tier' })
  }
  const moved = tier === request.tier ? request : inTier(request, tier, doing.at, around)
  const categorised = category === categoryOf(request) ? {} : { category }
  return appendEvent(
    { ...moved, ...categorised },
    {
      ...doing,
      kind: 'retiered',
      to: tier === request.tier ? request.status : taken(request),
      text,
      retier: {
        ...(tier !== request.tier && { tier: [request.tier, tier] }),
        ...(category !== categoryOf(request) && { category: [categoryOf(request), category] }),
      },
    },
    tier === request.tier ? [] : told(request, moved, doing, around),
  )
}

/** The reporter does not agree with a lowering: the duty posts above hear of it and have to answer. Throws `wrongState`, `historyFull`. */
export const objectToTier = (request: Request, doing: Doing, text: string, around: Around): Request => {
  const { deadline, calendar, posts } = around
  assertMove(request, 'object', doing, deadline)
  const objection = startClock(deadline.objection, doing.at, calendar.forAreas(request.areaIds))
  return appendEvent(
    { ...request, clocks: { ...request.clocks, objection } },
    { ...doing, kind: 'objected', to: request.status, text },
    tell(
      request,
      peopleAt(['community', 'street'], request, posts),
      `居民对调整级别有意见，请答复：${request.no}`,
    ),
  )
}

/** The answer by another than the one who lowered it. `upheld` puts the tier back. Throws `wrongState`, `historyFull`. */
export const answerObjection = (
  request: Request,
  doing: OfficerDoing,
  { upheld, text }: { upheld: boolean; text: string },
  around: Around,
): Request => {
  assertMove(request, 'answerObjection', doing, around.deadline)
  const was = openObjection(request)?.lowering.retier?.tier?.[0] ?? request.tier
  const answered = { ...request, clocks: stop(request.clocks, ['objection'], doing.at) }
  // What is already done is not done again in another tier; it is only counted in the right one.
  const settled = request.status === 'resolved'
  const back = upheld && isAbove(was, request.tier)
  const moved = !back
    ? answered
    : settled
      ? { ...answered, tier: was }
      : inTier(answered, was, doing.at, around)
  return appendEvent(
    moved,
    {
      ...doing,
      kind: 'objectionAnswered',
      to: back ? taken(request) : request.status,
      text,
      ...(back && { retier: { tier: [request.tier, was] } }),
    },
    [
      ...tell(
        request,
        [
          request.reporterId,
          request.assignee?.personId,
          ...(back && was === 'A' && !settled ? onDuty(request, around) : []),
        ],
        back
          ? `您的意见已采纳，改回“${around.tiers.words[was].resident}”：${request.no}`
          : `您的意见有答复了，请您看看：${request.no}`,
      ),
    ],
  )
}

/** A person says that what the machine doubted is danger: now the street is called too. Throws `wrongState`, `historyFull`. */
export const confirmDanger = (request: Request, doing: Doing, around: Around): Request => {
  assertMove(request, 'confirmDanger', doing, around.deadline)
  return appendEvent(
    { ...request, clocks: stop(request.clocks, ['danger'], doing.at) },
    { ...doing, kind: 'dangerConfirmed', to: request.status },
    tell(
      request,
      [request.assignee?.personId, ...onDuty(request, around)].filter(id => id !== doing.by.personId),
      `急事，已有人确认：${request.no}`,
    ),
  )
}

const onDuty = (request: Request, { posts }: Around) =>
  peopleAt(['handler', 'community', 'street'], request, posts)

/** The state in which another tier finds it: waiting for the reporter and being set aside end with it. */
const taken = ({ status }: Request): Status =>
  status === 'needInfo' || status === 'suspended' ? 'inProgress' : status

/** The request under another tier's clocks. */
const inTier = (request: Request, tier: Tier, at: number, around: Around): Request => {
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
const rerouted = (request: Request, tier: Tier, at: number, { posts }: Around): Request => {
  if (request.status !== 'submitted') return request
  const post = routeTo(routeOf[tier], posts, at)
  return post
    ? {
        ...request,
        assignee: { ...officerOf(post), ...(post.personId && { personId: post.personId }), since: at },
      }
    : request
}

const told = (request: Request, moved: Request, doing: Doing, around: Around) => {
  const { tier, no } = moved
  const up = isAbove(tier, request.tier)
  const officers = tier === 'A' ? onDuty(moved, around) : [moved.assignee?.personId]
  return [
    ...tell(
      request,
      officers.filter(id => id !== doing.by.personId && id !== request.reporterId),
      tier === 'A' ? `急事，请马上办：${no}` : `一件事改了办理级别，请看看：${no}`,
    ),
    ...tell(
      request,
      [request.reporterId],
      up
        ? `您反映的事改为“${around.tiers.words[tier].resident}”：${no}`
        : `您反映的事调整了办理方式，不同意可以提：${no}`,
    ),
  ]
}
