import { isDeepStrictEqual } from 'node:util'
import type { accountService } from '../../contract/account'
import { Refusal } from '../../contract/refusal'
import { keepPlace as decide } from '../../domain/account/household'
import { isOnWay, ownChoice } from '../../domain/account/householdMoves'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { saveAccount } from './saveAccount'
import { shownPlaces } from './shownPlaces'

// The id of a new place comes from the token, so that sent twice it is there once.
export const keepPlace: Handler<typeof accountService, 'keepPlace'> = async (call, { token, ...wanted }) => {
  limitRate(call, 'keepPlace', token)
  const { street } = await call.active()
  if (!street.isHome(street.area(wanted.gridId)))
    throw new Refusal('invalid', '没有这个网格，请重新选。', { field: 'gridId' })
  const person = await call.caller.account()
  const before = person?.places ?? []
  const places = decide(before, wanted, `f-${token}`)
  const placeId = wanted.placeId ?? ''
  if (!isDeepStrictEqual(before, places) || isOnWay(person, placeId))
    await saveAccount(call, { places, ...ownChoice(person, placeId) })
  return { places: shownPlaces(street, { ...person, places }) }
}
