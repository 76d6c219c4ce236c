import { accountService } from '../../contract/account'
import type { OutputOf } from '../../contract/service'
import { client } from '../cloud/client'
import { homeGrid, rememberHome } from './remembered'

const { home } = client(accountService)

/** Asks for what the first screen shows, and keeps on the phone what reporting and calling need. Throws `CloudError`. */
export const askHome = async (): Promise<OutputOf<typeof accountService, 'home'>> => {
  const gridId = homeGrid()
  const answer = await home({ ...(gridId && { gridId }) })
  const { home: mine, dutyPhone, places } = answer
  rememberHome({ ...(mine && { home: mine }), ...(dutyPhone && { dutyPhone }), places })
  return answer
}
