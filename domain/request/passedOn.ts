import type { Effect, Request, RequestEvent } from './request'

/** What happens to a main request and is done to each that is dealt with in it (`passOn`). */
const passedKinds = ['accepted', 'replied', 'resolved', 'reopened', 'retiered'] as const
export type PassedKind = (typeof passedKinds)[number]

/** Whether an event is passed on: a word only when the officer sends it to everybody. */
export const isPassedOn = <E extends Pick<RequestEvent, 'kind' | 'toMerged'>>(
  event: E,
): event is E & { kind: PassedKind } =>
  passedKinds.some(kind => kind === event.kind) && (event.kind !== 'replied' || event.toMerged === true)

/** One effect for each request dealt with in this one, of an event that is going to be the newest. */
export const passOnEffects = (
  { events, merged = [] }: Pick<Request, 'events' | 'merged'>,
  event: Pick<RequestEvent, 'kind' | 'toMerged'>,
): Effect[] =>
  isPassedOn(event)
    ? merged.map(({ id }) => ({
        id: `${events.length}-on-${id}`,
        kind: 'passOn',
        to: id,
        event: events.length,
      }))
    : []
