import { appendEvent } from './appendEvent'
import { tell } from './effects'
import type { Doing } from './handleRequest'
import { onDuty, type TierAround } from './inTier'
import { assertMove } from './lifeCycle'
import type { Request } from './request'
import { stop } from './stop'

/** A person says that what the machine doubted is danger: now the street is called too. Throws `wrongState`, `historyFull`. */
export const confirmDanger = (request: Request, doing: Doing, around: TierAround): Request => {
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
