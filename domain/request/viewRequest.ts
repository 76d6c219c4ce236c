import type { AreaBrief, OfficerCard } from '../../contract/area'
import type { Photo } from '../../contract/photo'
import type { ClockName, RequestLine, RequestView } from '../../contract/request'
import { roles } from '../account/roles'
import { movesFor } from './lifeCycle'
import type { Actor, Request, RequestEvent, StoredPhoto } from './request'
import { officerDue, runningDue } from './requestKeys'

/** Who is reading: the reporter, or an officer of the area. */
export type Reader = { side: 'reporter' | 'officer'; now: number }

/** What a screen needs that is not in the request itself. */
export interface Around {
  path: AreaBrief[]
  handler?: OfficerCard
  /** Short-lived addresses by photo id. */
  urls: ReadonlyMap<string, string>
}

/** The request as this reader may see it. */
export const viewRequest = (request: Request, reader: Reader, around: Around): RequestView => ({
  id: request._id,
  no: request.no,
  version: request.version,
  status: request.status,
  tier: request.tier,
  reasons: request.triage.reasons,
  text: request.text,
  photos: viewPhotos(request, request.photos, around.urls),
  place: request.place,
  path: around.path,
  ...(around.handler && { handler: around.handler }),
  createdAt: request.createdAt,
  clocks: viewClocks(request, reader.now),
  turn: turn(request),
  timeline: request.events.map(event => ({
    kind: event.kind,
    at: event.at,
    by: actorWords(event.by, reader),
    ...(eventWords(event) && { text: eventWords(event) }),
    photos: viewPhotos(request, event.photos ?? [], around.urls),
  })),
  mine: reader.side === 'reporter',
  moves: movesFor(request, reader.side),
  emergencyLines: request.triage.emergencyLines,
})

/** One line of a list. */
export const lineOf = (request: Omit<Request, 'events'>, now: number): RequestLine => {
  const dueAt = officerDue(request) ?? runningDue(request, 'confirm')
  return {
    id: request._id,
    no: request.no,
    status: request.status,
    tier: request.tier,
    text: request.text,
    place: request.place.address ?? '',
    createdAt: request.createdAt,
    ...(dueAt !== undefined && { dueAt }),
    overdue: dueAt !== undefined && dueAt < now,
  }
}

const viewPhotos = ({ files }: Request, photos: readonly StoredPhoto[], urls: Around['urls']): Photo[] =>
  photos.map(({ id }) => {
    const file = files[id]
    const url = urls.get(id)
    return { id, ...(url && { url }), ...(file && 'rejected' in file && { rejected: true }) }
  })

const viewClocks = (request: Request, now: number) =>
  (Object.keys(request.clocks) as ClockName[])
    .flatMap(name => {
      const dueAt = runningDue(request, name)
      return dueAt === undefined ? [] : [{ name, dueAt, overdue: dueAt < now }]
    })
    .sort((a, b) => a.dueAt - b.dueAt)

const turn = (request: Request): RequestView['turn'] => {
  const officer = officerDue(request)
  if (officer !== undefined) return { who: 'officer', dueAt: officer }
  const reporter = runningDue(request, 'confirm')
  if (reporter !== undefined) return { who: 'reporter', dueAt: reporter }
  return { who: 'nobody' }
}

/** Officers see no name of a reporter, who sees the officers by post and name. */
const actorWords = (actor: Actor, reader: Reader): string => {
  if (actor.kind === 'system') return '系统'
  if (actor.kind === 'reporter') return reader.side === 'reporter' ? '您' : '居民'
  return actor.officer ? `${roles[actor.officer.post].words}${actor.officer.name}` : '工作人员'
}

const solvedWords = { yes: '办好了', partly: '办了一部分', no: '没办好' }
const satisfactionWords = { good: '满意', fair: '一般', poor: '不满意' }

const eventWords = ({ text, answer }: RequestEvent): string | undefined =>
  [answer && `${solvedWords[answer.solved]}，${satisfactionWords[answer.satisfaction]}`, text]
    .filter(Boolean)
    .join('。') || undefined
