import type { Permission } from '../../contract/permissions'
import type { Grant } from './post'

/** Those whose term (`from` inclusive, `to` exclusive, ms) includes the instant `now`. */
export const inTerm = <T extends { from: number; to?: number }>(held: readonly T[], now: number): T[] =>
  held.filter(({ from, to }) => from <= now && (to === undefined || now < to))

/** The grant that allows `permission` on something lying in `areaIds` at `now`; undefined when none does. */
export const grantFor = (
  grants: readonly Grant[],
  permission: Permission,
  areaIds: readonly string[],
  now: number,
): Grant | undefined =>
  inTerm(grants, now).find(grant => areaIds.includes(grant.areaId) && grant.permissions.includes(permission))
