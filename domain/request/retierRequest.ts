import type { Category } from '../../contract/categories'
import { Refusal } from '../../contract/refusal'
import type { Tier } from '../../contract/tiers'
import { appendEvent } from './appendEvent'
import { categoryOf } from './categoryOf'
import { tell } from './effects'
import type { Doing, OfficerDoing } from './handleRequest'
import { inTier, onDuty, taken, type TierAround } from './inTier'
import { assertMove } from './lifeCycle'
import type { Request } from './request'
import { isAbove } from './standing'

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
  around: TierAround,
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

const told = (request: Request, moved: Request, doing: Doing, around: TierAround) => {
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
