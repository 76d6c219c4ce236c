import type { requestService } from '../../contract/request'
import { Refusal } from '../../contract/refusal'
import { openClocks } from '../../domain/deadline/clocks'
import { documentId } from '../../domain/id/documentId'
import { areasFor } from '../../domain/request/areasFor'
import { alertFor } from '../../domain/request/ladder'
import { officerOf, routeTo } from '../../domain/request/routeTo'
import { submitRequest } from '../../domain/request/submitRequest'
import { triage } from '../../domain/triage/triage'
import { requests } from '../kernel/collections/requests'
import { runEffects } from '../kernel/effects'
import type { Handler } from '../kernel/implement'
import { storedPhotos } from '../kernel/photos'
import { historyAt } from '../kernel/placeHistory'
import { limitRate } from '../kernel/rateLimit'
import { insert } from '../kernel/save'
import { ensureAccount } from '../account/ensureAccount'
import { broughtIn } from './broughtIn'
import { gridOf } from './gridOf'
import { present } from './present'

export const submit: Handler<typeof requestService, 'submit'> = async (call, input) => {
  const { caller, db, now } = call
  const { external } = input
  // A hotline's number names one matter, whoever takes it down.
  const id = external
    ? documentId('r', 'external', external.system, external.number)
    : documentId('r', caller.personId, input.token)
  limitRate(call, 'submit', id)
  const { street, policies } = await call.active()
  const area = street.area(await gridOf(call, input.place))
  if (!street.isHome(area))
    throw new Refusal('invalid', '请选一下在哪里，好知道归哪个网格办。', { field: 'place' })
  const brought = await broughtIn(call, input, area.path)
  const { text, tile, place, photos, source } = input
  const [before] = await Promise.all([
    historyAt(call, { gridId: area._id, place, text }),
    ensureAccount(call),
  ])
  const decision = triage({ text, tile, photos: photos.length, source, before }, policies.triage)
  const areaIds = areasFor(decision, street.path(area._id))
  const posts = street.posts(areaIds, now)
  const post = routeTo(decision.route, posts, now)
  const assignee = post && {
    ...officerOf(post),
    ...(post.personId && { personId: post.personId }),
    since: now,
  }
  const request = submitRequest(
    {
      id,
      token: input.token,
      reporterId: caller.personId,
      ...(brought && { brought }),
      text: input.text,
      ...(input.tile && { tile: input.tile }),
      place: { ...input.place, gridId: area._id },
      photos: storedPhotos(input.token, input.photos),
      gridId: area._id,
      areaIds,
      at: now,
    },
    {
      triage: decision,
      clocks: openClocks(
        decision.tier,
        now,
        { deadline: policies.deadline, calendar: policies.calendar.forAreas(area.path) },
        decision.sure,
      ),
      ...(assignee && { assignee }),
      alert: alertFor(decision, { reporterId: caller.personId, ...(assignee && { assignee }) }, posts),
    },
  )
  if (await insert(db, requests, request))
    return { request: await present(call, await runEffects(db, request, now)) }
  const first = await db.read(requests, id)
  if (external && first && first.token !== input.token)
    throw new Refusal('invalid', `这个工单号已经登记过了，编号是 ${first.no}，不用再登记。`, {
      field: 'external.number',
    })
  // Sent twice: the first answer stands.
  return { request: await present(call, first ?? request) }
}
