import { documentId } from '../id/documentId'
import { listKey } from '../request/requestKeys'

/**
 * 我也遇到: one account that met the same matter and follows it, as stored in `joins`. One for each request and account.
 */
export interface Join {
  _id: string
  v: 1
  requestId: string
  personId: string
  /** Where the account lives, a building at most, as it was then: how far the matter reaches. */
  gridId?: string
  building?: string
  /** `<13-digit at>-<id>`; absent once they have left. */
  listKey?: string
  /** Tokens of the calls that made it what it is, the newest last: a call sent twice changes nothing again. */
  tokens: string[]
}

const tokensMost = 8

/** The id of the one join of a person to a request. */
export const joinId = (requestId: string, personId: string): string => documentId('j', requestId, personId)

/** A join that has just been made at `at` (ms). */
export const newJoin = (
  requestId: string,
  { _id: personId, homeGridId, homeBuilding }: { _id: string; homeGridId?: string; homeBuilding?: string },
  at: number,
  token: string,
): Join => {
  const _id = joinId(requestId, personId)
  return {
    _id,
    v: 1,
    requestId,
    personId,
    ...(homeGridId && { gridId: homeGridId }),
    ...(homeBuilding && { building: homeBuilding }),
    listKey: listKey(at, _id),
    tokens: [token],
  }
}

/** What changes when somebody joins again or leaves; nothing when the call was here before or it is so already. */
export const changeJoin = (
  join: Join,
  { joins, at, token }: { joins: boolean; at: number; token: string },
): Pick<Join, 'listKey' | 'tokens'> | undefined => {
  if (join.tokens.includes(token) || joins === (join.listKey !== undefined)) return undefined
  return {
    listKey: joins ? listKey(at, join._id) : undefined,
    tokens: [...join.tokens, token].slice(-tokensMost),
  }
}
