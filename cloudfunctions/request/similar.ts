import type { requestService } from '../../contract/request'
import { Refusal } from '../../contract/refusal'
import { sharedMatter } from '../../domain/duplicates/sharedMatter'
import { neighbourLine, similarLine } from '../../domain/duplicates/viewSimilar'
import { documentId } from '../../domain/id/documentId'
import { triage } from '../../domain/triage/triage'
import type { Handler } from '../kernel/implement'
import { limitRate } from '../kernel/rateLimit'
import { gridOf } from './gridOf'
import { alikeNearby } from './nearby'

export const similar: Handler<typeof requestService, 'similar'> = async (call, { text, place, tile }) => {
  const { caller, now } = call
  limitRate(call, 'similar', documentId('s', text))
  const { street, policies } = await call.active()
  const { duplicates } = policies
  const decision = triage({ text, tile, photos: 0 }, policies.triage)
  // Danger is never held up by a question.
  if (decision.tier === 'A') return { lines: [] }
  const gridId = await gridOf(call, place)
  if (!street.isHome(street.area(gridId)))
    throw new Refusal('invalid', '请选一下在哪里，好知道归哪个网格办。', { field: 'place' })
  const report = { text, ...(tile && { tile }), category: decision.category, place, gridId, at: now }
  const alike = await alikeNearby(call, report, duplicates)
  const lines = alike.flatMap(({ request, likeness }) => {
    const what = sharedMatter(request, duplicates)
    if (!what) return []
    const block = street.within(request.gridId, 'block')?.name ?? street.area(request.gridId)?.name ?? ''
    const mine = request.reporterId === caller.personId
    return [similarLine(neighbourLine(request, { what, block, mine }), likeness)]
  })
  return { lines: lines.slice(0, duplicates.offered) }
}
