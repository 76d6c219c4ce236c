import type { Grant } from './post'
import { inTerm } from './mayDo'

/**
 * The grant under which somebody holds the post that a request was given to: having it, they do what its handler does,
 * whatever their post is for otherwise. So what ends up with the street, because it is about those below or because every
 * post below is vacant, is not left to somebody who can only look at it.
 */
export const holdsIt = (
  grants: readonly Grant[],
  { assignee }: { assignee?: { post: string; areaId: string } },
  now: number,
): Grant | undefined =>
  inTerm(grants, now).find(({ kind, areaId }) => kind === assignee?.post && areaId === assignee.areaId)
