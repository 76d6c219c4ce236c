import { Refusal } from '../../contract/refusal'
import type { Street } from '../area/street'
import { routeOf } from '../triage/triage'
import { appendEvent } from './appendEvent'
import { areasFor } from './areasFor'
import { tell } from './effects'
import type { Request, RequestEvent } from './request'
import { withKeys } from './requestKeys'
import { officerOf, routeTo } from './routeTo'

interface Rehoming {
  gridId: string
  /** Of the import: an event that carries it has been here before. */
  token: string
  /** ms */
  now: number
  street: Street
}

/**
 * A request that follows its ground to another grid, or its grid to other areas above. Whoever has it keeps it while
 * their area is still one of its areas; else it goes to the post its route leads to there. Its clocks run on. Gives the
 * request unchanged (the same object) when nothing changes.
 */
export const rehomeRequest = (request: Request, { gridId, token, now, street }: Rehoming): Request => {
  const areaIds = areasFor(request.triage, street.path(gridId))
  const stays = gridId === request.gridId && areaIds.join() === request.areaIds.join()
  if (stays || !areaIds.length) return request
  const { assignee: before, ...rest } = request
  const isStillTheirs = before !== undefined && areaIds.includes(before.areaId)
  const { tier, triage } = request
  const route = tier === triage.tier ? triage.route : routeOf[tier]
  const post = isStillTheirs ? undefined : routeTo(route, street.posts(areaIds, now), now)
  const assignee = isStillTheirs
    ? before
    : post && { ...officerOf(post), ...(post.personId && { personId: post.personId }), since: now }
  const moved: Request = {
    ...rest,
    gridId,
    areaIds,
    place: { ...request.place, gridId },
    ...(assignee && { assignee }),
  }
  const name = street.area(gridId)?.name ?? ''
  const event: Omit<RequestEvent, 'from'> = {
    kind: 'rehomed',
    at: now,
    by: { kind: 'system' },
    token,
    text: gridId === request.gridId ? '网格的上级调整了。' : `网格调整了，这件事现在归${name}。`,
    moved: { from: request.gridId, to: gridId },
  }
  const words = isStillTheirs ? `网格调整，这件事换到了${name}` : `网格调整，有一件事转到您这里`
  try {
    return appendEvent(moved, event, tell(request, [assignee?.personId], `${words}：${request.no}`))
  } catch (error) {
    // A full history must not keep it with people who are no longer there.
    if (error instanceof Refusal && error.code === 'historyFull') return withKeys(moved)
    throw error
  }
}
