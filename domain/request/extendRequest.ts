import type { DeadlineRules } from '../deadline/deadlinePolicy'
import { extendClock } from '../deadline/moveClock'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import type { Doing } from './handleRequest'
import { assertMove } from './lifeCycle'
import type { Request } from './request'
import { pendingExtension } from './standing'

/**
 * An officer needs more time and says why. Where the policy wants no approval it is given at once; else those who
 * oversee the area are asked, and the clock runs on meanwhile. Throws `wrongState`, `historyFull`.
 */
export const extendRequest = (
  request: Request,
  doing: Doing,
  text: string,
  { overseers, ...rules }: DeadlineRules & { overseers: readonly string[] },
): Request => {
  assertMove(request, 'extend', doing, rules.deadline)
  if (!rules.deadline.tiers[request.tier].extension?.approval) return extended(request, doing, text, rules)
  return appendEvent(
    request,
    { ...doing, kind: 'extensionAsked', to: request.status, text },
    tell(
      request,
      overseers.filter(id => id !== doing.by.personId),
      `有一件事申请延期，请您看看：${request.no}`,
    ),
  )
}

/** Somebody else grants it or does not. A resident reads the new day with the officer's reason. Throws `wrongState`, `historyFull`. */
export const decideExtension = (
  request: Request,
  doing: Doing,
  { granted, text }: { granted: boolean; text: string },
  rules: DeadlineRules,
): Request => {
  assertMove(request, 'decideExtension', doing, rules.deadline)
  const asked = pendingExtension(request)
  if (granted) return extended(request, doing, asked?.text ?? text, rules)
  return appendEvent(
    request,
    { ...doing, kind: 'extensionRefused', to: request.status, text },
    tell(
      request,
      [asked?.by.personId, request.assignee?.personId],
      `延期没有批准，请按原来的时间办：${request.no}`,
    ),
  )
}

const extended = (
  request: Request,
  doing: Doing,
  text: string,
  { deadline, calendar }: DeadlineRules,
): Request => {
  const { resolve } = request.clocks
  const { extension } = deadline.tiers[request.tier]
  if (!resolve || !extension) return request
  const by = calendar.forAreas(request.areaIds)
  const later = extendClock(resolve, extension.length, doing.at, by)
  return appendEvent(
    { ...request, clocks: { ...request.clocks, resolve: later } },
    { ...doing, kind: 'extended', to: request.status, text, dueAt: later.dueAt },
    tell(
      request,
      [request.reporterId, request.assignee?.personId],
      `您反映的事要晚几天办好，原因在里面：${request.no}`,
    ),
  )
}
