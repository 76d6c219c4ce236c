import { homePlaceId } from '../../contract/account'
import { type MovedHousehold, moveHousehold, returnHousehold } from '../../domain/account/householdMoves'
import type { HouseholdMove, Person } from '../../domain/account/post'
import { moveTokens } from '../../domain/import/moveTokens'
import { inboxLine } from '../../domain/request/inboxLine'
import { inbox } from '../kernel/collections/inbox'
import { people } from '../kernel/collections/people'
import { type Database, _ } from '../kernel/database'
import { insertAll, setFieldsWhere } from '../kernel/save'
import type { Followed, Following } from './followImports'

const batch = 100

/**
 * Households with a home or a family place in a grid that is no more get the one that has taken over its ground, all places
 * of a household in one write, and are told softly, once.
 */
export const followHomes = async (following: Following): Promise<Followed> => {
  const { db, follow, redrawn } = following
  const ended = redrawn
    .ended()
    .map(({ _id }) => _id)
    .sort()
  const gridId = ended.find(id => id > follow.after)
  if (gridId === undefined) return { after: follow.after, moved: 0, more: false }
  const next = { after: gridId, moved: 0, more: true }
  if (!redrawn.successor(gridId)) return next
  const at = (where: Record<string, unknown>) => db.find(people, { where, limit: batch })
  const living = await at({ homeGridId: gridId })
  const found = living.length ? living : await at({ 'places.gridId': gridId })
  if (!found.length) return next
  const { there, back } = moveTokens(following.run)
  const gone = new Set(ended)
  const successor = (id: string) => (gone.has(id) ? redrawn.successor(id)?.areaId : undefined)
  // What an undone import moves is for good: nothing undoes the undoing.
  const moved = await saveAll(following, follow.back ? back : there, found, person => {
    const after = moveHousehold(person, there, successor)
    return follow.back ? { ...after, household: { ...after.household, moves: person.moves ?? [] } } : after
  })
  // The same grid again, until nobody is left in it.
  return { after: follow.after, moved, more: true }
}

/** After an import was undone, what it moved goes back to where it was, but for what the family has changed itself since. */
export const returnHomes = async (following: Following): Promise<Followed> => {
  const { db, follow, active } = following
  const { there, back } = moveTokens(following.run)
  const found = follow.back ? await db.find(people, { where: { 'moves.by': there }, limit: batch }) : []
  const moved = await saveAll(following, back, found, person =>
    returnHousehold(person, there, id => active.street.area(id) !== undefined),
  )
  return { after: follow.after, moved, more: found.length > 0 }
}

const saveAll = async (
  { db, redrawn, now, follow }: Following,
  causeId: string,
  found: readonly Person[],
  decide: (person: Person) => MovedHousehold,
): Promise<number> => {
  const decided = found.map(person => ({ person, ...decide(person) }))
  // The line first: whoever is moved is found no more, and would never be told.
  await insertAll(
    db,
    inbox,
    decided.flatMap(({ person, moved }) =>
      moved.map(move =>
        inboxLine({
          causeId,
          effectId: `${move.placeId}-${person._id}`,
          personId: person._id,
          at: now,
          text: words(person, move, redrawn.name(move.to), follow.back),
          link: '/pages/home/index',
        }),
      ),
    ),
  )
  const saved = await Promise.all(
    decided.map(async ({ person, household, moved }) =>
      (await saveHousehold(db, person, household)) ? moved.length : 0,
    ),
  )
  return saved.reduce((sum, count) => sum + count, 0)
}

/** Only while home and places are as they were read: what the family has just changed itself is looked at anew. */
const saveHousehold = (
  db: Database,
  { _id, homeGridId, places }: Person,
  household: MovedHousehold['household'],
): Promise<boolean> =>
  setFieldsWhere(
    db,
    people,
    { _id, homeGridId: homeGridId ?? _.exists(false), places: places ?? _.exists(false) },
    {
      ...(household.homeGridId !== homeGridId && { homeGridId: household.homeGridId }),
      ...(household.places !== places && { places: household.places }),
      moves: household.moves ?? [],
    },
  )

const words = ({ places = [] }: Person, { placeId }: HouseholdMove, to: string, back?: true): string => {
  const label = places.find(({ id }) => id === placeId)?.label ?? ''
  const where = placeId === homePlaceId ? '您住的地方' : `您记的“${label}”那里`
  return back
    ? `${where}网格又调回来了，现在是${to}。不对的话，可以在“我的”里改。`
    : `${where}网格调整了，现在是${to}。不对的话，可以在“我的”里改。`
}
