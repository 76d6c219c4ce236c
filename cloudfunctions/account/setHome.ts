import { type accountService, homePlaceId } from '../../contract/account'
import { Refusal } from '../../contract/refusal'
import { isOnWay, ownChoice } from '../../domain/account/householdMoves'
import { withBuilding } from '../../domain/account/household'
import type { Handler } from '../kernel/implement'
import { saveAccount } from './saveAccount'
import { shownPlaces } from './shownPlaces'

// Sent twice it says the same thing: no token needs remembering.
export const setHome: Handler<typeof accountService, 'setHome'> = async (call, { gridId, building }) => {
  const { street } = await call.active()
  const home = street.gridCard(gridId, call.now)
  if (!home) throw new Refusal('invalid', '没有这个网格，请重新选。', { field: 'gridId' })
  const person = await call.caller.account()
  const homeBuilding = withBuilding(building).building
  if (person?.homeGridId !== gridId || person.homeBuilding !== homeBuilding || isOnWay(person, homePlaceId))
    await saveAccount(call, { homeGridId: gridId, homeBuilding, ...ownChoice(person, homePlaceId) })
  return { home, places: shownPlaces(street, { ...person, homeGridId: gridId, homeBuilding }) }
}
