import { Refusal } from '../../contract/refusal'
import type { requestService } from '../../contract/request'
import { errorSentences } from '../../contract/sentences'
import { grantFor } from '../../domain/account/mayDo'
import { reportOf } from '../../domain/duplicates/report'
import { staffSimilarLine } from '../../domain/duplicates/viewSimilar'
import { requests } from '../kernel/collections/requests'
import type { Handler } from '../kernel/implement'
import { alikeNearby } from './nearby'

export const similarTo: Handler<typeof requestService, 'similarTo'> = async (call, { id }) => {
  const { caller, db, now } = call
  const request = await db.read(requests, id)
  if (!request) throw new Refusal('notFound', errorSentences.notFound)
  await caller.permit('request.read', request.areaIds)
  const [{ policies }, grants] = await Promise.all([call.active(), caller.grants()])
  const alike = await alikeNearby(call, reportOf(request), policies.duplicates)
  const lines = alike
    .filter(({ request: other }) => other._id !== id && grantFor(grants, 'request.read', other.areaIds, now))
    .map(({ request: other, likeness }) => staffSimilarLine(other, likeness))
  return { lines: lines.slice(0, linesMost) }
}

const linesMost = 10
