import type { Satisfaction, Solved } from '../../contract/request'
import { Refusal } from '../../contract/refusal'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import { type Doing, stop } from './handleRequest'
import { assertMove } from './lifeCycle'
import type { Request } from './request'

/**
 * The reporter's last word. `yes` closes it. `partly` and `no` open it again under fresh clocks, need a sentence
 * saying what is left, and are told to those who oversee the area: nothing is closed over a resident's head.
 * Throws `invalid` (text), `wrongState`, `historyFull`.
 */
export const confirmRequest = (
  request: Request,
  doing: Doing,
  said: { solved: Solved; satisfaction: Satisfaction; text?: string },
  again: { clocks: Request['clocks']; overseers: readonly string[] },
): Request => {
  assertMove(request, 'confirm')
  const { text, ...answer } = said
  const words = text === undefined ? {} : { text }
  const stopped = stop(request.clocks, ['confirm'], doing.at)
  if (said.solved === 'yes') {
    return appendEvent(
      { ...request, clocks: stopped },
      { ...doing, kind: 'confirmed', to: 'confirmed', answer, ...words },
      tell(request, [request.assignee?.personId], `居民确认办好了：${request.no}`),
    )
  }
  if (!text) throw new Refusal('invalid', '请说一句还差什么没办好，好让网格员接着办。', { field: 'text' })
  return appendEvent(
    { ...request, clocks: { ...stopped, ...again.clocks }, reopenedTimes: request.reopenedTimes + 1 },
    { ...doing, kind: 'reopened', to: 'reopened', answer, text },
    tell(
      request,
      [request.assignee?.personId, ...again.overseers],
      `居民说还没办好，要重新办：${request.no}`,
    ),
  )
}
