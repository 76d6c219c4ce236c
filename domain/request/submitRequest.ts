import type { Tile } from '../../contract/requestTerms'
import type { Place } from '../../contract/place'
import type { TriageDecision } from '../triage/triage'
import { cellOf } from '../duplicates/cells'
import { keepPhotos, tell } from './effects'
import type { Assignee, Request, StoredPhoto } from './request'
import { listKey, withKeys } from './requestKeys'
import { requestNumber } from './requestNumber'

export interface Submission {
  id: string
  token: string
  reporterId: string
  text: string
  tile?: Tile
  place: Place
  photos: StoredPhoto[]
  gridId: string
  areaIds: string[]
  /** When it arrived, ms. */
  at: number
}

/** What has been decided about a submission before it is written down. */
export interface Routing {
  triage: TriageDecision
  clocks: Request['clocks']
  assignee?: Assignee
  /** People alerted beside the assignee: the duty posts, for danger. */
  alert: readonly string[]
}

/** The new request, with its first event and everyone who has to be told. */
export const submitRequest = (
  submission: Submission,
  { triage, clocks, assignee, alert }: Routing,
): Request => {
  const { id, at, ...told } = submission
  const no = requestNumber(id, at)
  const blank = { _id: id, events: [] }
  return withKeys({
    ...told,
    ...(told.place.point && { cell: cellOf(told.place.point) }),
    _id: id,
    v: 1,
    files: {},
    version: 1,
    rev: 1,
    no,
    triage,
    tier: triage.tier,
    status: 'submitted',
    ...(assignee && { assignee }),
    clocks,
    reopenedTimes: 0,
    events: [
      {
        kind: 'submitted',
        at,
        by: { kind: 'reporter', personId: submission.reporterId },
        token: submission.token,
        to: 'submitted',
      },
    ],
    createdAt: at,
    mineKey: listKey(at, id),
    effects: [
      ...tell(
        blank,
        [assignee?.personId],
        triage.tier === 'A' ? `急事，请马上受理：${no}` : `有一件新的事等您受理：${no}`,
      ),
      ...tell(
        blank,
        alert.filter(personId => personId !== assignee?.personId),
        `急事提醒：${no}`,
      ),
      ...keepPhotos(submission.photos),
    ],
  })
}
