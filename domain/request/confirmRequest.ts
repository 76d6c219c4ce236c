import type { Satisfaction, Solved } from '../../contract/requestTerms'
import { Refusal } from '../../contract/refusal'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import { openClocks } from '../deadline/clocks'
import type { DeadlineRules } from '../deadline/deadlinePolicy'
import type { Doing } from './handleRequest'
import { assertMove } from './lifeCycle'
import { letGoEffect } from './mergeRequest'
import type { Request } from './request'
import { stop } from './stop'

/**
 * The reporter's last word. `yes` closes it. `partly` and `no` open it again under fresh clocks, need a sentence
 * saying what is left, and are told to those who oversee the area: nothing is closed over a resident's head.
 * Throws `invalid` (text), `wrongState`, `historyFull`.
 */
export const confirmRequest = (
  request: Request,
  doing: Doing,
  said: { solved: Solved; satisfaction: Satisfaction; text?: string },
  { overseers, ...rules }: DeadlineRules & { overseers: readonly string[] },
): Request => {
  assertMove(request, 'confirm', doing, rules.deadline)
  const { text, ...answer } = said
  const words = text === undefined ? {} : { text }
  // Whoever says it is done has nothing to object to any more.
  const stopped = stop(
    request.clocks,
    ['confirm', ...(said.solved === 'yes' ? ['objection' as const] : [])],
    doing.at,
  )
  if (said.solved === 'yes') {
    return appendEvent(
      { ...request, clocks: stopped },
      { ...doing, kind: 'confirmed', to: 'confirmed', answer, ...words },
      tell(request, [request.assignee?.personId], `居民确认办好了：${request.no}`),
    )
  }
  if (!text) throw new Refusal('invalid', '请说一句还差什么没办好，好让网格员接着办。', { field: 'text' })
  const again = openClocks(request.tier, doing.at, {
    ...rules,
    calendar: rules.calendar.forAreas(request.areaIds),
  })
  return appendEvent(
    // For her it was not the same after all: from now on it is dealt with by itself.
    {
      ...request,
      mergedInto: undefined,
      clocks: { ...stopped, ...again },
      reopenedTimes: request.reopenedTimes + 1,
    },
    { ...doing, kind: 'reopened', to: 'reopened', answer, text },
    [
      ...tell(request, [request.assignee?.personId, ...overseers], `居民说还没办好，要重新办：${request.no}`),
      ...letGoEffect(request),
    ],
  )
}
