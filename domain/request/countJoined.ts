import { appendEvent } from './appendEvent'
import { tell } from './effects'
import { householdsOf } from './households'
import type { Request } from './request'
import { withKeys } from './requestKeys'

interface Counting {
  /** ms */
  at: number
  /** `topicFrom` of the policy in force. */
  topicFrom: number
  /** Accounts of those who oversee its areas. */
  overseers: readonly string[]
}

/** The request with so many accounts joined to it; the same object when the number is what it was. Throws `historyFull`. */
export const countJoined = (request: Request, joined: number, counting: Counting): Request =>
  joined === (request.joined ?? 0) ? request : sayWhenMany({ ...request, joined }, counting)

/**
 * From `topicFrom` households on officers are told, once, that it may be a matter for everybody. It is for them to decide:
 * nothing is changed over their heads.
 */
export const sayWhenMany = (request: Request, { at, topicFrom, overseers }: Counting): Request => {
  const households = householdsOf(request)
  const isSaid = request.tier === 'D' || request.events.some(({ kind }) => kind === 'crowded')
  if (households < topicFrom || isSaid) return withKeys(request)
  return appendEvent(
    request,
    {
      kind: 'crowded',
      at,
      by: { kind: 'system' },
      text: `已有 ${households} 户遇到同一件事。`,
    },
    tell(
      request,
      [request.assignee?.personId, ...overseers],
      `已有 ${households} 户遇到同一件事，请看看：${request.no}`,
    ),
  )
}
