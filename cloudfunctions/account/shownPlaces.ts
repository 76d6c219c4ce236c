import type { HouseholdPlace } from '../../contract/account'
import { householdOf } from '../../domain/account/household'
import type { Person } from '../../domain/account/post'
import { briefOf, type Street } from '../../domain/area/street'

/** My home and the places of my family, as a screen shows them. A grid that is gone is left out: it has to be chosen again. */
export const shownPlaces = (
  street: Street,
  person: Pick<Person, 'homeGridId' | 'homeBuilding' | 'places'> | undefined,
): HouseholdPlace[] =>
  householdOf(person).map(({ id, label, gridId, building }) => {
    const grid = street.area(gridId)
    return {
      id,
      label,
      ...(street.isHome(grid) && { grid: briefOf(grid) }),
      ...(building && { building }),
    }
  })
