import { type accountService, homePlaceId } from '../../contract/account'
import { ownChoice } from '../../domain/account/householdMoves'
import type { Handler } from '../kernel/implement'
import { saveAccount } from './saveAccount'
import { shownPlaces } from './shownPlaces'

// Sent twice there is nothing left to forget, and that is what was wanted.
export const forgetPlace: Handler<typeof accountService, 'forgetPlace'> = async (call, { placeId }) => {
  const { street } = await call.active()
  const person = await call.caller.account()
  if (!person) return { places: [] }
  const isHome = placeId === homePlaceId
  const { homeGridId: _grid, homeBuilding: _building, ...homeless } = person
  const places = person.places?.filter(({ id }) => id !== placeId)
  const moves = ownChoice(person, placeId)
  if (isHome && person.homeGridId)
    await saveAccount(call, { homeGridId: undefined, homeBuilding: undefined, ...moves })
  if (places?.length !== person.places?.length) await saveAccount(call, { places, ...moves })
  return { places: shownPlaces(street, { ...(isHome ? homeless : person), ...(places && { places }) }) }
}
