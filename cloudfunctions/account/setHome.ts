import type { accountService } from '../../contract/account'
import { Refusal } from '../../contract/refusal'
import type { Handler } from '../kernel/implement'
import { saveAccount } from './saveAccount'

// Sent twice it says the same thing: no token needs remembering.
export const setHome: Handler<typeof accountService, 'setHome'> = async (call, { gridId }) => {
  const home = (await call.active()).street.gridCard(gridId, call.now)
  if (!home) throw new Refusal('invalid', '没有这个网格，请重新选。', { field: 'gridId' })
  if ((await call.caller.account())?.homeGridId !== gridId) await saveAccount(call, { homeGridId: gridId })
  return { home }
}
