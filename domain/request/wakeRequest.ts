import type { ClockName } from '../../contract/request'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import { stop } from './handleRequest'
import type { Actor, Request } from './request'

const system: Actor = { kind: 'system' }

const clockWords: Record<ClockName, string> = {
  accept: '受理',
  reply: '回复',
  resolve: '办结',
  confirm: '居民确认',
}

/**
 * What the passing of time does to a request: a warning before a clock runs out, the word to those above when it has,
 * and the end when the reporter has not answered. Gives the request unchanged (the same object) when nothing is due.
 * Doing it twice at the same instant changes nothing more.
 */
export const wakeRequest = (request: Request, now: number, overseers: readonly string[]): Request =>
  (Object.keys(request.clocks) as ClockName[]).reduce(
    (current, name) => wakeClock(current, name, now, overseers),
    request,
  )

const wakeClock = (request: Request, name: ClockName, now: number, overseers: readonly string[]): Request => {
  const clock = request.clocks[name]
  if (!clock || clock.doneAt !== undefined || clock.overdueAt !== undefined) return request
  const mark = { by: system, at: now, clock: name }
  if (clock.dueAt <= now) {
    if (name === 'confirm') {
      return appendEvent(
        { ...request, clocks: stop(request.clocks, ['confirm'], now) },
        { ...mark, kind: 'closedNoAnswer', to: 'closedNoAnswer' },
        tell(
          request,
          [request.reporterId],
          `没等到您的回复，这件事先结束了：${request.no}。还没办好可以再反映。`,
        ),
      )
    }
    return appendEvent(
      { ...request, clocks: { ...request.clocks, [name]: { ...clock, overdueAt: now } } },
      { ...mark, kind: 'overdue', text: `超过了${clockWords[name]}时限，已报给上一级。` },
      tell(
        request,
        [request.assignee?.personId, ...overseers],
        `已超过${clockWords[name]}时限：${request.no}`,
      ),
    )
  }
  if (clock.warnAt !== undefined && clock.warnAt <= now && clock.warnedAt === undefined) {
    return appendEvent(
      { ...request, clocks: { ...request.clocks, [name]: { ...clock, warnedAt: now } } },
      { ...mark, kind: 'warned', text: `${clockWords[name]}时限快到了，已提醒。` },
      tell(
        request,
        name === 'confirm' ? [request.reporterId] : [request.assignee?.personId],
        `${clockWords[name]}时限快到了：${request.no}`,
      ),
    )
  }
  return request
}
