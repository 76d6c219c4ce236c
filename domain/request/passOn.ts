import { openClocks } from '../deadline/clocks'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import { acceptRequest, type OfficerDoing, replyToRequest, resolveRequest } from './handleRequest'
import { moves } from './lifeCycle'
import { release } from './mergeRequest'
import { isPassedOn, type PassedKind } from './passedOn'
import type { Request, RequestEvent } from './request'
import { withKeys } from './requestKeys'
import { stop } from './stop'

/** Something that happened to a main request, as it comes to those dealt with in it. */
export interface Passed {
  main: Pick<Request, '_id' | 'tier'>
  event: RequestEvent
  /** Made from the two, so that passing on twice changes nothing again. */
  token: string
  /** ms */
  at: number
}

/**
 * What an event of the main request does to a merged one: by the same decisions, with the same words, each reporter hears
 * it as their own. Pictures are not passed on. Unchanged when it is no longer merged or there is nothing to do. Throws
 * `historyFull`.
 */
export const passOn = (request: Request, passed: Passed, rules: DeadlineRules): Request => {
  if (request.mergedInto?.id !== passed.main._id) return request
  return isPassedOn(passed.event) ? (steps[passed.event.kind](request, passed, rules) ?? request) : request
}

type Step = (request: Request, passed: Passed, rules: DeadlineRules) => Request | undefined

/** The officer's move as if it were made on the merged request itself, which stays merged. */
const asAlone = (
  request: Request,
  { event: { by }, token, at }: Passed,
  decide: (alone: Request, doing: OfficerDoing) => Request,
): Request | undefined => {
  if (!by.officer) return undefined
  const { mergedInto } = request
  const decided = decide(
    { ...request, mergedInto: undefined },
    { by: { ...by, officer: by.officer }, token, at },
  )
  return withKeys({ ...decided, mergedInto })
}

const steps: Record<PassedKind, Step> = {
  accepted: (request, passed, rules) =>
    moves.accept.from.includes(request.status)
      ? asAlone(request, passed, (alone, doing) => acceptRequest(alone, doing, rules))
      : undefined,
  replied: (request, passed, rules) =>
    moves.reply.from.includes(request.status)
      ? asAlone(request, passed, (alone, doing) =>
          replyToRequest(alone, doing, { text: passed.event.text ?? '', photos: [] }, rules),
        )
      : undefined,
  resolved: (request, passed, rules) =>
    moves.resolve.from.includes(request.status)
      ? asAlone(request, passed, (alone, doing) => {
          const { text = '', manner = 'help' } = passed.event
          return resolveRequest(alone, doing, { text, manner, photos: [] }, rules)
        })
      : undefined,
  // The neighbour says that it is not done: nobody's word is waited for any more that it is.
  reopened: (request, { at, token }, rules) => {
    if (request.status !== 'resolved') return undefined
    const again = openClocks(request.tier, at, {
      ...rules,
      calendar: rules.calendar.forAreas(request.areaIds),
    })
    return appendEvent(
      {
        ...request,
        clocks: { ...stop(request.clocks, ['confirm'], at), ...again },
        reopenedTimes: request.reopenedTimes + 1,
      },
      {
        kind: 'reopened',
        to: 'reopened',
        at,
        token,
        by: { kind: 'system' },
        text: '一起办的邻居说还没办好。',
      },
      tell(request, [request.reporterId], `一起办的邻居说还没办好，要重新办：${request.no}`),
    )
  },
  // Danger is never kept waiting in something that is none any more.
  retiered: (request, { main, at, token }) =>
    request.tier === 'A' && main.tier !== 'A' && moves.unmerge.from.includes(request.status)
      ? release(request, {
          by: { kind: 'system' },
          at,
          token,
          text: '一起办的那件改为不急，这一件还是急事。',
        })
      : undefined,
}
