import { startClock } from '../deadline/clock'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import type { Doing, OfficerDoing } from './handleRequest'
import { inTier, onDuty, taken, type TierAround } from './inTier'
import { peopleAt } from './ladder'
import { assertMove } from './lifeCycle'
import type { Request } from './request'
import { isAbove, openObjection } from './standing'
import { stop } from './stop'

/** The reporter does not agree with a lowering: the duty posts above hear of it and have to answer. Throws `wrongState`, `historyFull`. */
export const objectToTier = (request: Request, doing: Doing, text: string, around: TierAround): Request => {
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
  around: TierAround,
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
