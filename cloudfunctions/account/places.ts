import type { accountService } from '../../contract/account'
import type { Handler } from '../kernel/implement'
import { shownPlaces } from './shownPlaces'

export const places: Handler<typeof accountService, 'places'> = async ({ active, caller }) => {
  const [{ street }, person] = await Promise.all([active(), caller.account()])
  return { places: shownPlaces(street, person) }
}
