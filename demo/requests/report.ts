import { openClocks } from '../../domain/deadline/clocks'
import { documentId } from '../../domain/id/documentId'
import type { Request } from '../../domain/request/request'
import { areasFor } from '../../domain/request/areasFor'
import { alertFor } from '../../domain/request/ladder'
import { officerOf, routeTo } from '../../domain/request/routeTo'
import { submitRequest } from '../../domain/request/submitRequest'
import { triage } from '../../domain/triage/triage'
import { bringerOf } from './bringer'
import type { Planned } from './planned'
import type { World } from './world'

/** The request as it is when it has just arrived: sorted, clocked and given to somebody by the domain. */
export const report = (world: World, planned: Planned, token: string): Request => {
  const { street, policies, album } = world
  const { grid, place, words, tile, photos, at } = planned
  const bringer = bringerOf(world, planned, token)
  const reporterId = bringer?.personId ?? planned.reporterId
  const [text] = words
  const decision = triage({ text, tile, photos, source: bringer?.brought.source }, policies.triage)
  const areaIds = areasFor(decision, street.path(grid._id))
  const around = street.posts(areaIds, at)
  const post = routeTo(decision.route, around, at)
  const assignee = post && {
    ...officerOf(post),
    ...(post.personId && { personId: post.personId }),
    since: at,
  }
  return submitRequest(
    {
      id: documentId('r', reporterId, token),
      token,
      reporterId,
      ...(bringer && { brought: bringer.brought }),
      text,
      ...(tile && { tile }),
      place,
      photos: album.uploads(token, photos),
      gridId: grid._id,
      areaIds,
      at,
    },
    {
      triage: decision,
      clocks: openClocks(
        decision.tier,
        at,
        { deadline: policies.deadline, calendar: policies.calendar.forAreas(grid.path) },
        decision.sure,
      ),
      ...(assignee && { assignee }),
      alert: alertFor(decision, { reporterId, ...(assignee && { assignee }) }, around),
    },
  )
}
