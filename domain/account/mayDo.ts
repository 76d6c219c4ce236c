import type { Permission } from '../../contract/permissions'
import type { Grant } from './post'
import { roles } from './roles'

/** Grants whose term includes the instant `now` (ms). */
export const activeGrants = (grants: readonly Grant[], now: number): Grant[] =>
  grants.filter(grant => grant.from <= now && (grant.to === undefined || now < grant.to))

/** The grant that allows `permission` on something lying in `areaIds` at `now`; undefined when none does. */
export const grantFor = (
  grants: readonly Grant[],
  permission: Permission,
  areaIds: readonly string[],
  now: number,
): Grant | undefined =>
  activeGrants(grants, now).find(
    grant => areaIds.includes(grant.areaId) && roles[grant.kind].permissions.includes(permission),
  )
