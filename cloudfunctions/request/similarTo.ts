import type { requestService } from '../../contract/request'
import { grantFor } from '../../domain/account/mayDo'
import { reportOf } from '../../domain/duplicates/report'
import { staffSimilarLine } from '../../domain/duplicates/viewSimilar'
import type { Handler } from '../kernel/implement'
import { requestById } from './asNeighbour'
import { alikeNearby } from './nearby'

export const similarTo: Handler<typeof requestService, 'similarTo'> = async (call, { id }) => {
  const { caller, now } = call
  const request = await requestById(call, id)
  await caller.permit('request.read', request.areaIds)
  const [{ policies }, grants] = await Promise.all([call.active(), caller.grants()])
  const alike = await alikeNearby(call, reportOf(request), policies.duplicates)
  const lines = alike
    .filter(({ request: other }) => other._id !== id && grantFor(grants, 'request.read', other.areaIds, now))
    .map(({ request: other, likeness }) => staffSimilarLine(other, likeness, policies.tiers))
  return { lines: lines.slice(0, linesMost) }
}

const linesMost = 10
