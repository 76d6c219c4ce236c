import { type Brought, broughtBy } from '../../contract/requestTerms'
import type { Submission } from '../../domain/request/submitRequest'
import { officerOf } from '../../domain/request/routeTo'
import { dayKey, startOfDay, day } from '../../domain/time/china'
import type { Planned } from './planned'
import type { World } from './world'

/** Of twelve reports one is found on a round, one told by somebody without a phone, and one comes by the hotline. */
const oneIn = 12

/** How a report of an instant (ms) comes; what is found on a round is something to be seen. */
export const sourceAt = (at: number, { scene }: Planned['matter']): Brought | undefined => {
  const source = broughtBy[Math.floor(at / 1000) % oneIn]
  return source === 'patrol' && !scene ? undefined : source
}

/** Who is there to bring it in: the grid member from the round, the community's duty officer from counter and hotline. */
export const bringerOf = (
  { street }: World,
  { source, grid, at }: Planned,
  token: string,
): { personId: string; brought: NonNullable<Submission['brought']> } | undefined => {
  const kind = source === 'patrol' ? 'gridMember' : 'communityDuty'
  const post = source && street.posts(grid.path, at).find(one => one.kind === kind && one.personId)
  if (!source || !post?.personId) return undefined
  const number = `GD-${dayKey(at).replaceAll('-', '')}-${token.slice(0, 6)}`
  // Every second work order says by when.
  const due = number.charCodeAt(number.length - 1) % 2 ? { due: startOfDay(at) + 6 * day } : {}
  return {
    personId: post.personId,
    brought: {
      by: officerOf(post),
      source,
      ...(source === 'hotline' && { external: { system: '12345', number, ...due } }),
    },
  }
}
