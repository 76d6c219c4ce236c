import { requestId, version } from './ids'
import type { Permission } from './permissions'
import { requestAnswer } from './requestView'
import { mutation } from './service'
import type * as z from './zod'

/** A move by an officer on the request as their screen showed it: refused with `conflict` when it has changed since. */
export const requestMove = <Fields extends Record<string, z.core.$ZodType>>(
  permission: Permission,
  fields: Fields,
) =>
  mutation({
    scope: 'document',
    permission,
    input: { id: requestId, version, ...fields },
    output: requestAnswer,
    errors: ['conflict', 'wrongState', 'historyFull'],
  })
