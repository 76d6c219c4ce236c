import type { requestService } from '../../contract/request'
import { Refusal } from '../../contract/refusal'
import type { SimilarLine } from '../../contract/requestSimilar'
import { joinId } from '../../domain/duplicates/join'
import { similarLine } from '../../domain/duplicates/viewSimilar'
import { documentId } from '../../domain/id/documentId'
import { triage } from '../../domain/triage/triage'
import type { Call } from '../kernel/call'
import { joins } from '../kernel/collections/joins'
import { _ } from '../kernel/database'
import type { Handler } from '../kernel/implement'
import { historyAt } from '../kernel/placeHistory'
import { limitRate } from '../kernel/rateLimit'
import { asNeighbour } from './asNeighbour'
import { gridOf } from './gridOf'
import { alikeNearby } from './nearby'

export const similar: Handler<typeof requestService, 'similar'> = async (
  call,
  { text, place, tile, sent },
) => {
  const { now } = call
  limitRate(call, 'similar', documentId('s', text))
  const { street, policies } = await call.active()
  const { duplicates } = policies
  const gridId = await gridOf(call, place)
  const before = await historyAt(call, { gridId, place, text })
  const decision = triage({ text, tile, before }, policies.triage)
  // Danger is never held up by a question.
  if (decision.tier === 'A' && !sent) return { lines: [] }
  if (!street.isHome(street.area(gridId)))
    throw new Refusal('invalid', '请选一下在哪里，好知道归哪个网格办。', { field: 'place' })
  const report = { text, ...(tile && { tile }), category: decision.category, place, gridId, at: now }
  const alike = await alikeNearby(call, report, duplicates)
  const offered = await Promise.all(
    alike.map(async ({ request, likeness }) => {
      const line = await asNeighbour(call, request)
      return line && similarLine(line, likeness)
    }),
  )
  const lines = offered.filter(line => line !== undefined).slice(0, duplicates.offered)
  return { lines: await markJoined(call, lines) }
}

/** The same lines; those the caller has joined are theirs. */
const markJoined = async ({ caller, db }: Call, lines: SimilarLine[]): Promise<SimilarLine[]> => {
  const ids = lines.map(({ id }) => joinId(id, caller.personId))
  if (!ids.length) return lines
  const found = await db.find(joins, { where: { _id: _.in(ids) }, limit: ids.length })
  const joined = new Set(found.flatMap(({ requestId, listKey }) => (listKey ? requestId : [])))
  return lines.map(line => ({ ...line, mine: line.mine || joined.has(line.id) }))
}
