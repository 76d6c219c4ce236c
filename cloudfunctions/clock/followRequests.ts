import { moveTokens } from '../../domain/import/moveTokens'
import { rehomeRequest } from '../../domain/request/rehomeRequest'
import type { Request } from '../../domain/request/request'
import { change } from '../kernel/change'
import { requests } from '../kernel/collections/requests'
import { _ } from '../kernel/database'
import { runEffects } from '../kernel/effects'
import type { Followed, Following } from './followImports'

const batch = 100

/** The next open requests in the order in which they were made: each follows its ground once, with a line in its history. */
export const followRequests = async (following: Following): Promise<Followed> => {
  const { db, follow, active, now } = following
  const open = await db.find(requests, {
    where: { mineOpenKey: _.gt(follow.after) },
    order: ['mineOpenKey', '1'],
    limit: batch,
  })
  let moved = 0
  for (const request of open) {
    const gridId = target(following, request)
    if (gridId === undefined) continue
    const token = moveTokens(following.run)[follow.back ? 'back' : 'there']
    const saved = await change<Request, undefined>(db, requests, {
      id: request._id,
      token,
      permit: () => undefined,
      decide: current => rehomeRequest(current, { gridId, token, now, street: active.street }),
    })
    if (saved.rev === request.rev) continue
    moved++
    await runEffects(db, saved, now)
  }
  return { after: open.at(-1)?.mineOpenKey ?? follow.after, moved, more: open.length === batch }
}

/** Where a request goes: after an undone import back to where that one took it from, else where its ground has gone. */
const target = ({ run, follow, redrawn, active }: Following, request: Request): string | undefined => {
  const { there } = moveTokens(run)
  const taken = follow.back ? request.events.find(({ token }) => token === there)?.moved : undefined
  if (taken && taken.to === request.gridId && active.street.area(taken.from)) return taken.from
  return redrawn.request(request.gridId, request.place.point)?.areaId
}
