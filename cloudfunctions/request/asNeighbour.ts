import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import type { NeighbourLine } from '../../contract/requestSimilar'
import { sharedMatter } from '../../domain/duplicates/sharedMatter'
import { neighbourLine } from '../../domain/duplicates/viewSimilar'
import type { Request } from '../../domain/request/request'
import type { Call } from '../kernel/call'
import { requests } from '../kernel/collections/requests'

/** A request by id. Throws `notFound`. */
export const requestById = async ({ db }: Call, id: string): Promise<Request> => {
  const request = await db.read(requests, id)
  if (!request) throw new Refusal('notFound', errorSentences.notFound)
  return request
}

/** What a matter is called that was everybody's when somebody joined and is not told any more. */
const unnamed = '这件事'

/** A request as a neighbour may see it; undefined when it is none of theirs. `anyway` for those who joined before. */
export const asNeighbour = async (
  { active, caller }: Call,
  request: Omit<Request, 'events'>,
  { mine = false, anyway = false } = {},
): Promise<NeighbourLine | undefined> => {
  const { street, policies } = await active()
  const what = sharedMatter(request, policies.duplicates) ?? (anyway ? unnamed : undefined)
  if (!what) return undefined
  const block = street.within(request.gridId, 'block')?.name ?? street.area(request.gridId)?.name ?? ''
  return neighbourLine(request, { what, block, mine: mine || request.reporterId === caller.personId })
}
