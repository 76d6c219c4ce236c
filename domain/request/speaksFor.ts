import type { Grant } from '../account/post'
import type { Request } from './request'

/** Whether it is this account's own matter. Of what officers bring they are officers, not the resident. */
export const isReporter = (
  { reporterId, source }: Pick<Request, 'reporterId' | 'source'>,
  personId: string,
) => reporterId === personId && source === undefined

/**
 * The grant under which an officer speaks for a resident who cannot: the one who brought the matter does; and of what was
 * found on a round, where there is no resident, also those who oversee the area. `grants` are those on its areas.
 */
export const speaksFor = (
  { reporterId, source }: Pick<Request, 'reporterId' | 'source'>,
  personId: string,
  grants: readonly Grant[],
): Grant | undefined =>
  source &&
  grants.find(
    ({ permissions }) =>
      (reporterId === personId && permissions.includes('request.record')) ||
      (source === 'patrol' && permissions.includes('request.oversee')),
  )
