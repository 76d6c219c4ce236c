import { settleHousehold } from '../../domain/account/householdMoves'
import { moveTokens } from '../../domain/import/moveTokens'
import type { Retention } from '../../domain/import/retention'
import type { Run } from '../../domain/import/run'
import { tidyRun } from '../../domain/import/tidyRun'
import { cloud } from '../kernel/cloud'
import { councils } from '../kernel/collections/councils'
import { imports } from '../kernel/collections/imports'
import { people } from '../kernel/collections/people'
import { type Database, _ } from '../kernel/database'
import { setFieldsWhere, update } from '../kernel/save'

/** Files that one operation removes, and households settled in one step. */
const batch = 50

/** Removes what of a run's files is due, and of one that can no longer be undone what would have led back. */
export const tidyImport = async (
  db: Database,
  run: Run,
  now: number,
  retention: Retention,
): Promise<void> => {
  if (run.final && (await settle(db, moveTokens(run).there))) {
    // More of them: the next minute goes on.
    return
  }
  const { files, run: tidied } = tidyRun(run, now, retention)
  for (let at = 0; at < files.length; at += batch) {
    await cloud.deleteFile({ fileList: files.slice(at, at + batch) })
  }
  await update(db, imports, run, tidied)
}

/** Forgets where an import took households and councils from. Gives whether there are more. */
const settle = async (db: Database, by: string): Promise<boolean> => {
  const [households, bodies] = await Promise.all([
    db.find(people, { where: { 'moves.by': by }, limit: batch }),
    db.find(councils, { where: { 'moves.by': by }, limit: batch }),
  ])
  await Promise.all([
    ...households.map(person =>
      setFieldsWhere(
        db,
        people,
        { _id: person._id, moves: person.moves ?? _.exists(false) },
        { moves: settleHousehold(person, by).moves ?? [] },
      ),
    ),
    ...bodies.map(({ _id, areaId, moves = [] }) =>
      setFieldsWhere(db, councils, { _id, areaId }, { moves: moves.filter(move => move.by !== by) }),
    ),
  ])
  return households.length === batch || bodies.length === batch
}
