import { familyPlacesMost, homePlaceId } from '../../contract/account'
import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { buildingOf } from './buildingOf'
import type { HouseholdPlace, Person } from './post'

/** What residents call their own home among the places of the family. */
export const homeLabel = '我家'

interface Wanted {
  /** The one to change; a new one when absent. */
  placeId?: string
  label: string
  gridId: string
  /** As it was typed; only the building is kept. */
  building?: string
}

/**
 * The places of a family with one entered or changed. `newId` is the id a new one gets: entered twice under one id it is
 * there once. Throws `notFound` for one to change that is not there, `invalid` for a name that is taken and for one too many.
 */
export const keepPlace = (
  places: readonly HouseholdPlace[],
  { placeId, label, gridId, building }: Wanted,
  newId: string,
): HouseholdPlace[] => {
  const id = placeId ?? newId
  const known = places.some(place => place.id === id)
  if (placeId !== undefined && !known) throw new Refusal('notFound', errorSentences.notFound)
  if (label === homeLabel || places.some(place => place.id !== id && place.label === label))
    throw new Refusal('invalid', `已经有“${label}”了，请换个叫法。`, { field: 'label' })
  if (!known && places.length >= familyPlacesMost)
    throw new Refusal('invalid', `家人的地方最多记 ${familyPlacesMost} 个，请先去掉一个。`, {
      field: 'placeId',
    })
  const kept = { id, label, gridId, ...withBuilding(building) }
  return known ? places.map(place => (place.id === id ? kept : place)) : [...places, kept]
}

/** `{building}` when there is one to keep. */
export const withBuilding = (typed = ''): { building?: string } => {
  const building = buildingOf(typed)
  return building ? { building } : {}
}

/** My home and the places of my family, as stored: mine first. */
export const householdOf = (
  person: Pick<Person, 'homeGridId' | 'homeBuilding' | 'places'> | undefined,
): HouseholdPlace[] => [
  ...(person?.homeGridId
    ? [
        {
          id: homePlaceId,
          label: homeLabel,
          gridId: person.homeGridId,
          ...(person.homeBuilding && { building: person.homeBuilding }),
        },
      ]
    : []),
  ...(person?.places ?? []),
]
