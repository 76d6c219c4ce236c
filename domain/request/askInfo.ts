import { startClock } from '../deadline/clock'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import { pauseClock, resumeClock } from '../deadline/moveClock'
import { appendEvent } from './appendEvent'
import { keepPhotos, tell } from './effects'
import { afterWord, type Doing } from './handleRequest'
import { assertMove } from './lifeCycle'
import type { Request, StoredPhoto } from './request'
import { stop } from './stop'

/** Clocks that stand still while the reporter is asked for more. Accepting and a first word are not among them. */
const waiting = ['resolve', 'progress'] as const

/**
 * An officer needs to know more before they can go on: it is the reporter's turn, and only now does the time to resolve
 * stand still. The policy limits how often and how long, so that asking is no way to stall. Throws `wrongState`,
 * `historyFull`.
 */
export const askInfo = (request: Request, doing: Doing, text: string, rules: DeadlineRules): Request => {
  assertMove(request, 'askInfo', doing, rules.deadline)
  const calendar = rules.calendar.forAreas(request.areaIds)
  const { pause } = rules.deadline.tiers[request.tier]
  const clocks = afterWord(request, doing.at, rules)
  for (const name of waiting) {
    const clock = clocks[name]
    if (clock) clocks[name] = pauseClock(clock, doing.at, calendar)
  }
  if (pause) clocks.answer = startClock(pause.answer, doing.at, calendar)
  return appendEvent(
    { ...request, clocks },
    { ...doing, kind: 'infoAsked', to: 'needInfo', text },
    tell(request, [request.reporterId], `您反映的事要请您补充几句：${request.no}`),
  )
}

/** The answer, from the reporter or by telephone through the officer: the clock runs on. Throws `wrongState`, `historyFull`. */
export const answerInfo = (
  request: Request,
  doing: Doing,
  said: { text: string; photos: StoredPhoto[] },
  rules: DeadlineRules,
): Request => {
  assertMove(request, 'answerInfo', doing, rules.deadline)
  const officer = doing.by.kind === 'officer'
  return appendEvent(
    endWait(request, doing.at, rules),
    { ...doing, kind: 'infoAnswered', to: 'inProgress', ...said },
    [
      ...tell(
        request,
        [officer ? request.reporterId : request.assignee?.personId],
        officer ? `您补充的情况已经记下，接着办：${request.no}` : `居民补充了情况，请接着办：${request.no}`,
      ),
      ...keepPhotos(said.photos),
    ],
  )
}

/** The request no longer waiting for the reporter at `at` (ms): what stood still runs on. */
export const endWait = (request: Request, at: number, { calendar }: DeadlineRules): Request => {
  const clocks = stop(request.clocks, ['answer'], at)
  for (const name of waiting) {
    const clock = clocks[name]
    if (clock) clocks[name] = resumeClock(clock, at, calendar.forAreas(request.areaIds))
  }
  return { ...request, clocks }
}
