import { grantFor } from '../account/mayDo'
import type { Grant } from '../account/post'
import { postKind } from '../account/postKinds'
import type { Street } from '../area/street'
import { isWithin } from './postChange'

/**
 * The grant by which somebody decides whose account an officer's record is: they are in charge on every area on which the
 * officer has a post that has not ended, through a post that none of those is above. Undefined when they are not, and for
 * an officer without a post.
 */
export const chargeOver = (
  street: Street,
  grants: readonly Grant[],
  officerId: string,
  now: number,
): Grant | undefined => {
  const charges = street.roster.livingPosts(officerId, now).map(post => {
    const within = grants.filter(({ kind }) =>
      isWithin(postKind(street.postKinds, kind), postKind(street.postKinds, post.kind)),
    )
    return grantFor(within, 'officer.manage', street.area(post.areaId)?.path ?? [], now)
  })
  return charges.every(charge => charge) ? charges[0] : undefined
}
