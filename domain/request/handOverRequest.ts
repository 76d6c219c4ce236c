import { Refusal } from '../../contract/refusal'
import { appendEvent } from './appendEvent'
import { tell } from './effects'
import type { Actor, Assignee, Request } from './request'
import { withKeys } from './requestKeys'

/**
 * A request whose officer leaves the post goes to whoever comes after, with a line in its history, and both sides are
 * told. The same object when that officer does not have it (any more). A full history keeps nobody from getting it.
 */
export const handOverRequest = (
  request: Request,
  from: { officerId: string; areaId: string },
  to: Omit<Assignee, 'since'>,
  { by, at }: { by: Actor; at: number },
): Request => {
  const { assignee } = request
  if (assignee?.officerId !== from.officerId || assignee.areaId !== from.areaId) return request
  const handed = { ...request, assignee: { ...to, since: at } }
  try {
    return appendEvent(
      handed,
      { by, at, kind: 'handedOver', text: `原来由${assignee.name}办，现在由${to.name}接着办。` },
      [
        ...tell(request, [request.reporterId], `您反映的事换人接着办，由${to.name}负责：${request.no}`),
        ...tell(request, [to.personId], `有一件事转给您接着办：${request.no}`),
      ],
    )
  } catch (error) {
    if (error instanceof Refusal && error.code === 'historyFull') return withKeys(handed)
    throw error
  }
}
