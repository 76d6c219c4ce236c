import { type Brought, type External, sourceWords, type Tile } from '../../contract/requestTerms'
import type { Place } from '../../contract/place'
import type { TriageDecision } from '../triage/triage'
import { cellOf } from '../duplicates/cells'
import { keepPhotos, tell } from './effects'
import type { Assignee, Officer, Request, StoredPhoto } from './request'
import { listKey, withKeys } from './requestKeys'
import { requestNumber } from './requestNumber'

export interface Submission {
  id: string
  token: string
  reporterId: string
  /** The officer who brings it, how, and what it is called where it comes from; absent of a resident's own. */
  brought?: { by: Officer; source: Brought; external?: External }
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
  const { id, at, brought, ...told } = submission
  const no = requestNumber(id, at)
  const blank = { _id: id, events: [] }
  return withKeys({
    ...told,
    ...(brought && { source: brought.source }),
    ...(brought?.external && { external: brought.external }),
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
        by: { kind: 'reporter', personId: submission.reporterId, ...(brought && { officer: brought.by }) },
        token: submission.token,
        to: 'submitted',
        ...(brought && { text: wordsOf(brought) }),
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

/** How it came, for its history: 巡查发现; 热线转办，12345 工单 GD-20261125. */
const wordsOf = ({ source, external }: NonNullable<Submission['brought']>): string =>
  sourceWords[source] + (external ? `，${external.system} 工单 ${external.number}` : '')
