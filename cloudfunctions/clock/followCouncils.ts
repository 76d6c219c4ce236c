import type { Council } from '../../domain/council/topic'
import { moveTokens } from '../../domain/import/moveTokens'
import { councils } from '../kernel/collections/councils'
import { setFieldsWhere } from '../kernel/save'
import type { Followed, Following } from './followImports'

/** Councils of one area; one as a rule, and more only where areas were merged. */
const most = 100

/** The council of an area that is no more goes on for the one that has most of its grids. Its seats and votes stay as they are. */
export const followCouncils = async (following: Following): Promise<Followed> => {
  const { db, run, follow, redrawn } = following
  const areaId = redrawn
    .ended()
    .map(({ _id }) => _id)
    .sort()
    .find(id => id > follow.after)
  if (areaId === undefined) return { after: follow.after, moved: 0, more: false }
  const move = redrawn.council(areaId)
  const found = move ? await db.find(councils, { where: { areaId }, limit: most }) : []
  let moved = 0
  for (const council of found) {
    const kept = (council.moves ?? []).filter(({ by }) => by !== moveTokens(run).there)
    const moves = [...kept, { by: moveTokens(run).there, from: areaId, to: move?.areaId ?? areaId }]
    if (await take(following, council, move?.areaId ?? areaId, follow.back ? kept : moves)) moved++
  }
  return { after: areaId, moved, more: true }
}

/** After an import was undone, the councils it moved are those of their old areas again. */
export const returnCouncils = async (following: Following): Promise<Followed> => {
  const { db, run, follow, active } = following
  const { there } = moveTokens(run)
  const found = follow.back ? await db.find(councils, { where: { 'moves.by': there }, limit: most }) : []
  let moved = 0
  for (const council of found) {
    const move = (council.moves ?? []).find(({ by }) => by === there)
    const kept = (council.moves ?? []).filter(({ by }) => by !== there)
    const isBack = move?.to === council.areaId && active.street.area(move.from) !== undefined
    const saved = await take(following, council, isBack ? move.from : council.areaId, kept)
    if (saved && isBack) moved++
  }
  return { after: follow.after, moved, more: found.length > 0 }
}

const take = (
  { db }: Following,
  { _id, areaId }: Council,
  to: string,
  moves: NonNullable<Council['moves']>,
): Promise<boolean> => setFieldsWhere(db, councils, { _id, areaId }, { areaId: to, moves })
