import type { EventKind } from '../../contract/requestTerms'
import type { Effect, Request, RequestEvent } from './request'

/**
 * What those who joined a request hear of it: every step that everybody may know, and the end. Never the words that were
 * said with it, which may be meant for the reporter alone.
 */
export const followedSteps: Partial<Record<EventKind, string>> = {
  accepted: '有人受理了',
  replied: '有新进展',
  extended: '要多等几天',
  suspended: '眼下办不了，过些时候再看',
  resumed: '又接着办了',
  retiered: '调整了办理方式',
  resolved: '办好了，您也看看',
  reopened: '还没办好，重新办',
  confirmed: '办好了，已经结束',
  closedNoAnswer: '已经结束',
}

/** Whether everybody may know of an event: a word is one only from an officer, a correction only of the tier. */
export const isFollowed = ({ kind, by, retier }: Pick<RequestEvent, 'kind' | 'by' | 'retier'>): boolean =>
  kind in followedSteps &&
  (kind !== 'replied' || by.kind === 'officer') &&
  (kind !== 'retiered' || retier?.tier !== undefined)

/** Tells everybody who joined about an event that is going to be the newest. */
export const tellFollowers = (
  request: Pick<Request, '_id' | 'no' | 'events' | 'joined'>,
  event: Pick<RequestEvent, 'kind' | 'by' | 'retier'>,
): Effect[] =>
  request.joined && isFollowed(event)
    ? [
        {
          id: `${request.events.length}-followers`,
          kind: 'tellFollowers',
          text: `您也遇到的事${followedSteps[event.kind]}：${request.no}`,
          link: `/pages/joined/index?id=${request._id}`,
        },
      ]
    : []
