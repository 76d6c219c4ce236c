import { moveTokens } from '../../domain/import/moveTokens'
import { inboxLine } from '../../domain/request/inboxLine'
import { inbox } from '../kernel/collections/inbox'
import { people } from '../kernel/collections/people'
import { insertAll, setFieldsWhere } from '../kernel/save'
import type { Followed, Following } from './followImports'

const batch = 100

/** Residents whose grid is no more get the one that has taken over its ground, and are told softly, once. */
export const followHomes = async ({ db, run, follow, redrawn, now }: Following): Promise<Followed> => {
  const ended = redrawn
    .ended()
    .map(({ _id }) => _id)
    .sort()
  const gridId = ended.find(id => id > follow.after)
  if (gridId === undefined) return { after: follow.after, moved: 0, more: false }
  const move = redrawn.successor(gridId)
  const found = move
    ? await db.find(people, { where: { homeGridId: gridId }, limit: batch, fields: ['_id'] })
    : []
  if (!move || !found.length) return { after: gridId, moved: 0, more: true }
  const token = moveTokens(run)[follow.back ? 'back' : 'there']
  const text = `您住的地方网格调整了，现在是${redrawn.name(move.areaId)}。不对的话，可以在“我的”里改。`
  // The line first: whoever is moved is found no more, and would never be told.
  await insertAll(
    db,
    inbox,
    found.map(({ _id }) =>
      inboxLine({
        causeId: token,
        effectId: `home-${_id}`,
        personId: _id,
        at: now,
        text,
        link: '/pages/home/index',
      }),
    ),
  )
  await Promise.all(
    found.map(({ _id }) =>
      setFieldsWhere(db, people, { _id, homeGridId: gridId }, { homeGridId: move.areaId }),
    ),
  )
  // The same grid again, until nobody is left in it.
  return { after: follow.after, moved: found.length, more: true }
}
