import { Refusal } from '../../contract/refusal'
import { errorSentences } from '../../contract/sentences'
import { tellFollowers } from './followers'
import { passOnEffects } from './passedOn'
import type { Effect, Request, RequestEvent } from './request'
import { withKeys } from './requestKeys'

const eventsMost = 200
/** Characters of JSON; Chinese text takes three bytes each, so the stored history stays under 64 KB. */
const historyMost = 21_000

/**
 * The request with one more event and the effects it causes. An event with `to` is a transition: it records where it
 * came from, sets the state and raises the version. Throws `historyFull`.
 */
export const appendEvent = (
  request: Request,
  event: Omit<RequestEvent, 'from'>,
  effects: Effect[],
): Request => {
  const full: RequestEvent = event.to === undefined ? event : { ...event, from: request.status }
  const events = [...request.events, full]
  if (events.length > eventsMost || JSON.stringify(events).length > historyMost) {
    throw new Refusal('historyFull', errorSentences.historyFull)
  }
  return withKeys({
    ...request,
    events,
    status: event.to ?? request.status,
    version: request.version + (event.to === undefined ? 0 : 1),
    effects: [
      ...request.effects,
      ...effects,
      ...tellFollowers(request, event),
      ...passOnEffects(request, event),
    ],
  })
}
