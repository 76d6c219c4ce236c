import type { Post } from '../../domain/account/post'
import type { Street } from '../../domain/area/street'
import type { Request } from '../../domain/request/request'

/** The post of whoever has a request, also while they are away. */
export const handlerPost = (street: Street, { assignee }: Request, now: number): Post | undefined =>
  assignee &&
  [...street.posts([assignee.areaId], now), ...street.roster.appointed(assignee.areaId, now)].find(
    candidate => candidate.officerId === assignee.officerId,
  )
