import { homePlaceId } from '../../contract/account'
import type { HouseholdMove, Person } from './post'

/** What of an account says where its household lives, and where an import took that from. */
export type Household = Pick<Person, 'homeGridId' | 'homeBuilding' | 'places' | 'moves'>

/** A household after some of its places went to other grids. */
export interface MovedHousehold {
  household: Household
  /** What went where, home first. */
  moved: HouseholdMove[]
}

/**
 * A household whose home and family places in grids that are no more go where `successor` says, in one step; each move is
 * kept under `by`, so that it can be taken back. A place whose grid has no successor stays and has to be chosen again.
 */
export const moveHousehold = (
  person: Household,
  by: string,
  successor: (gridId: string) => string | undefined,
): MovedHousehold =>
  follow(person, (placeId, from) => {
    const to = successor(from)
    return to === undefined ? undefined : { by, placeId, from, to }
  })

/**
 * A household with what one import did to it taken back. What the family has changed itself since stays as it is, and so
 * does what came from a grid that is not there any more.
 */
export const returnHousehold = (
  person: Household,
  by: string,
  isThere: (gridId: string) => boolean,
): MovedHousehold => {
  const taken = new Map((person.moves ?? []).flatMap(move => (move.by === by ? [[move.placeId, move]] : [])))
  const { household, moved } = follow(person, (placeId, is) => {
    const move = taken.get(placeId)
    return move?.to === is && isThere(move.from) ? { by, placeId, from: is, to: move.from } : undefined
  })
  const moves = (person.moves ?? []).filter(move => move.by !== by)
  return { household: withMoves(household, moves), moved }
}

/** What one import did is for good: nothing of it is kept any more. */
export const settleHousehold = (person: Household, by: string): Household =>
  withMoves(
    person,
    (person.moves ?? []).filter(move => move.by !== by),
  )

/** Whether an import has moved a place, and undoing that would move it back. */
export const isOnWay = (person: Pick<Person, 'moves'> | undefined, placeId: string): boolean =>
  person?.moves?.some(move => move.placeId === placeId) ?? false

/** The moves that are left when the family itself chooses a place: that one has no way back. Nothing when there is nothing to change. */
export const ownChoice = (
  person: Pick<Person, 'moves'> | undefined,
  placeId: string,
): Pick<Person, 'moves'> =>
  isOnWay(person, placeId) ? { moves: person?.moves?.filter(move => move.placeId !== placeId) ?? [] } : {}

const follow = (
  person: Household,
  moveOf: (placeId: string, gridId: string) => HouseholdMove | undefined,
): MovedHousehold => {
  const home = person.homeGridId === undefined ? undefined : moveOf(homePlaceId, person.homeGridId)
  const family = (person.places ?? []).map(({ id, gridId }) => moveOf(id, gridId))
  const moved = [home, ...family].filter(move => move !== undefined)
  if (!moved.length) return { household: person, moved }
  return {
    household: {
      ...person,
      ...(home && { homeGridId: home.to }),
      ...(person.places && {
        places: person.places.map((place, n) => ({ ...place, gridId: family[n]?.to ?? place.gridId })),
      }),
      moves: [...(person.moves ?? []), ...moved],
    },
    moved,
  }
}

const withMoves = ({ moves: _moves, ...household }: Household, moves: HouseholdMove[]): Household => ({
  ...household,
  ...(moves.length && { moves }),
})
