import { startClock } from '../deadline/clock'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import type { Doing } from './handleRequest'
import { assertMove } from './lifeCycle'
import type { Request } from './request'
import { stop } from './stop'

/**
 * 挂账: it cannot be done for now. The reason is public, the time to resolve ends, and it is looked at again in a while;
 * looking again without being able to do it is the same move. Throws `wrongState`, `historyFull`.
 */
export const suspendRequest = (
  request: Request,
  doing: Doing,
  text: string,
  { deadline, calendar }: DeadlineRules,
): Request => {
  assertMove(request, 'suspend', doing, deadline)
  const { suspension } = deadline.tiers[request.tier]
  if (!suspension) return request
  const review = startClock(suspension.review, doing.at, calendar.forAreas(request.areaIds))
  return appendEvent(
    {
      ...request,
      clocks: { ...stop(request.clocks, ['reply', 'resolve', 'progress'], doing.at), review },
    },
    { ...doing, kind: 'suspended', to: 'suspended', text, dueAt: review.dueAt },
    tell(
      request,
      [request.reporterId, request.assignee?.personId],
      `您反映的事眼下办不了，原因和下次查看的日子在里面：${request.no}`,
    ),
  )
}

/** It can be done after all: a fresh clock to resolve it starts. Throws `wrongState`, `historyFull`. */
export const resumeRequest = (
  request: Request,
  doing: Doing,
  text: string,
  rules: DeadlineRules,
): Request => {
  assertMove(request, 'resume', doing, rules.deadline)
  return appendEvent(
    endSuspension(request, doing.at, rules),
    { ...doing, kind: 'resumed', to: 'inProgress', text },
    tell(request, [request.reporterId, request.assignee?.personId], `您反映的事可以接着办了：${request.no}`),
  )
}

/** The request no longer set aside at `at` (ms), with the clocks of work started anew. */
export const endSuspension = (
  request: Request,
  at: number,
  { deadline, calendar }: DeadlineRules,
): Request => {
  const { resolve, progress } = deadline.tiers[request.tier]
  const by = calendar.forAreas(request.areaIds)
  return {
    ...request,
    clocks: {
      ...stop(request.clocks, ['review'], at),
      resolve: startClock(resolve, at, by),
      ...(progress && { progress: startClock(progress, at, by) }),
    },
  }
}
