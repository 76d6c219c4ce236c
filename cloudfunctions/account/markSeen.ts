import type { accountService } from '../../contract/account'
import type { Handler } from '../kernel/implement'
import { saveAccount } from './saveAccount'

// Sent twice, or out of order, it only ever moves forward: no token needs remembering.
export const markSeen: Handler<typeof accountService, 'markSeen'> = async (call, { upTo }) => {
  const before = (await call.caller.account())?.seenAt ?? 0
  const seenAt = Math.max(before, Math.min(upTo, call.now))
  if (seenAt !== before) await saveAccount(call, { seenAt })
  return { seenAt }
}
