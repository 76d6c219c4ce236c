import type { rosterService } from '../../contract/roster'
import { proposeCovers } from '../../domain/roster/proposeCovers'
import type { Handler } from '../kernel/implement'
import { mayManage, ownOfficer } from './mayManage'
import { colleagueOf } from './viewRoster'

/** More than this nobody reads through. */
const most = 12

export const covers: Handler<typeof rosterService, 'covers'> = async (call, { officerId, from, to }) => {
  const { street } = await call.active()
  const absent = officerId ?? (await ownOfficer(call))
  await mayManage(call, absent)
  const found = proposeCovers(street, absent, { from: Math.max(from, call.now), to })
  return {
    covers: found.slice(0, most).flatMap(({ post, why, load }) => {
      const who = colleagueOf(street, post)
      return who ? [{ ...who, why, load }] : []
    }),
  }
}
