import type { Person } from '../../domain/account/post'
import type { Caller } from '../kernel/caller'

/** An account as it is made at the first write. */
export const newAccount = ({ personId, openid }: Caller, now: number): Person => ({
  _id: personId,
  v: 1,
  openid,
  seenAt: 0,
  createdAt: now,
})
