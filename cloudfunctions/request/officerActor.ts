import type { Grant } from '../../domain/account/post'
import type { Actor } from '../../domain/request/request'

/** The person acting under a grant, as history keeps them. */
export const officerActor = ({ officerId, name, kind, areaId }: Grant, personId: string) =>
  ({ kind: 'officer', personId, officer: { officerId, name, post: kind, areaId } }) satisfies Actor
