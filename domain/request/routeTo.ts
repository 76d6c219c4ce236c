import type { Post, StoredPost } from '../account/post'
import { inTerm } from '../account/mayDo'
import type { TriageDecision } from '../triage/triage'
import type { Officer } from './request'

/**
 * Who leads each route, and who stands in when there is nobody: the next in the list. Danger goes to the grid member
 * beside the alert to the duty posts; C is led by the 街区负责人; D is collected by the community.
 */
const chains: Record<TriageDecision['route'], readonly string[]> = {
  grid: ['gridMember', 'blockLead', 'communityDuty', 'streetDuty'],
  block: ['blockLead', 'communityDuty', 'streetDuty'],
  mediation: ['blockLead', 'communityDuty', 'streetDuty'],
  street: ['communityDuty', 'streetDuty'],
  door: ['gridMember', 'blockLead', 'communityDuty', 'streetDuty'],
}

/** The first living post along the route among those on the request's areas at `now` (ms); undefined when all are vacant. */
export const routeTo = (
  route: TriageDecision['route'],
  posts: readonly Post[],
  now: number,
): Post | undefined => {
  const living = inTerm(posts, now)
  for (const kind of chains[route]) {
    const post = living.find(candidate => candidate.kind === kind)
    if (post) return post
  }
  return undefined
}

/** The officer in a post. */
export const officerOf = ({ officerId, name, kind, areaId }: StoredPost): Officer => ({
  officerId,
  name,
  post: kind,
  areaId,
})
