import type { RequestLine } from '../../contract/requestView'
import { householdsOf } from './households'
import { labelOf } from './labelOf'
import { type Around, type Reader, sideWords } from './reader'
import type { Request } from './request'
import { officerDue, reporterDue } from './requestKeys'
import { shownClocks } from './viewClocks'

/** One line of a list of one side. */
export const lineOf = (
  request: Omit<Request, 'events'>,
  { side, now }: Pick<Reader, 'side' | 'now'>,
  { postWords, tiers: preset }: Pick<Around, 'postWords' | 'tiers'>,
): RequestLine => {
  const dueAt = officerDue(request) ?? reporterDue(request)
  const clock = shownClocks(request, now)[0]
  return {
    id: request._id,
    no: request.no,
    status: request.status,
    tier: request.tier,
    label: labelOf(request, sideWords[side], preset),
    text: request.text,
    place: request.place.address ?? '',
    createdAt: request.createdAt,
    ...(dueAt !== undefined && { dueAt }),
    overdue: dueAt !== undefined && dueAt < now,
    households: householdsOf(request),
    ...(clock && { clock }),
    ...(request.assignee && { handler: postWords(request.assignee.post) }),
  }
}
