import type { NeighbourLine, SimilarLine, StaffSimilarLine } from '../../contract/requestSimilar'
import type { Request } from '../request/request'
import { householdsOf } from '../request/households'
import { labelOf } from '../request/labelOf'
import type { TierPreset } from '../triage/tierPreset'
import { buildingsIn } from './buildingsIn'
import type { Likeness } from './likeness'
import { likenessWords, nearWords } from './likenessWords'

type Seen = Omit<Request, 'events'>

/**
 * An open matter as any neighbour may see it. `what` is the policy's word, `block` where it lies; of the address only a
 * building is told, never a unit, a floor or a door.
 */
export const neighbourLine = (
  request: Seen,
  { what, block, mine }: { what: string; block: string; mine: boolean },
): NeighbourLine => ({
  id: request._id,
  what,
  place: [block, ...buildingsIn(request.place.address ?? '').slice(0, 1)].filter(Boolean).join(' '),
  createdAt: request.createdAt,
  status: request.status,
  households: householdsOf(request),
  mine,
})

/** The same beside a report: why it may be the same matter, the distance only roughly. */
export const similarLine = (line: NeighbourLine, { matter, text, metres }: Likeness): SimilarLine => ({
  ...line,
  reasons: [
    ...likenessWords({ matter, text }),
    ...(metres === undefined ? [] : [`离您 ${nearWords(metres)}`]),
  ],
})

/** The same for an officer of its areas. */
export const staffSimilarLine = (request: Seen, likeness: Likeness, tiers: TierPreset): StaffSimilarLine => ({
  id: request._id,
  no: request.no,
  text: request.text,
  place: request.place.address ?? '',
  createdAt: request.createdAt,
  status: request.status,
  label: labelOf(request, 'staff', tiers),
  households: householdsOf(request),
  score: Math.round(likeness.score * 100) / 100,
  reasons: likenessWords(likeness),
})
