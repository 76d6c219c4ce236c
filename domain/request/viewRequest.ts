import type { AreaBrief, OfficerCard } from '../../contract/area'
import { categoryWords } from '../../contract/categories'
import type { Photo } from '../../contract/photo'
import type { EventKind, Milestone } from '../../contract/requestTerms'
import type { RequestLine, RequestView } from '../../contract/requestView'
import type { WorkingCalendar } from '../time/calendar'
import { whenWords } from '../time/words'
import { letterOf, staffTierWords, type TierPreset } from '../triage/tierPreset'
import { type Looking, movesFor } from './lifeCycle'
import type { Actor, Request, RequestEvent, StoredPhoto } from './request'
import { householdsOf } from './households'
import { officerDue, reporterDue } from './requestKeys'
import { categoryOf } from './retierRequest'
import { openObjection, pendingExtension } from './standing'
import { shownClocks, viewClocks } from './viewClocks'

/** Who is reading: the reporter, or an officer of the area with the permissions in `looking`. */
export interface Reader {
  side: 'reporter' | 'officer'
  now: number
  looking: Looking
}

/** A report that is dealt with in another, as far as it is shown there. */
export type ReadableReport = Pick<Request, '_id' | 'text' | 'photos' | 'files' | 'place'>

/** What a screen needs that is not in the request itself. */
export interface Around {
  path: AreaBrief[]
  handler?: OfficerCard
  dutyPhone?: string
  /** Short-lived addresses by file id. */
  urls: ReadonlyMap<string, string>
  /** Of the reports dealt with in it, those that this officer may read too. */
  merged: readonly ReadableReport[]
  calendar: WorkingCalendar
  /** What the tiers are called. */
  tiers: TierPreset
  /** From so many households on it may be a matter for everybody. */
  topicFrom: number
  /** What a kind of post is called. */
  postWords: (kind: string) => string
}

/** The request as this reader may see it. */
export const viewRequest = (request: Request, reader: Reader, around: Around): RequestView => ({
  id: request._id,
  no: request.no,
  version: request.version,
  status: request.status,
  tier: request.tier,
  label: labelOf(request, sideWords[reader.side], around.tiers),
  reasons: reasonsOf(request, reader, around),
  ...(request.triage.door && { door: { name: request.triage.door.name, say: request.triage.door.say } }),
  ...(request.triage.aboutStaff && { aboutStaff: true }),
  text: request.text,
  photos: viewPhotos(request, request.photos, around.urls),
  place: request.place,
  path: around.path,
  ...(around.handler && { handler: around.handler }),
  ...(around.dutyPhone && { dutyPhone: around.dutyPhone }),
  createdAt: request.createdAt,
  ...viewClocks(request, reader, around.calendar),
  turn: turn(request),
  timeline: request.events
    .filter(event => isFor(reader, event))
    .map(event => ({
      kind: event.kind,
      at: event.at,
      by: actorWords(event.by, reader, around),
      ...(eventWords(event, reader, around) && { text: eventWords(event, reader, around) }),
      photos: viewPhotos(request, event.photos ?? [], around.urls),
    })),
  households: householdsOf(request),
  together: request.mergedInto !== undefined,
  ...(reader.side === 'officer' && viewTogether(request, around)),
  mine: reader.side === 'reporter',
  moves: movesFor(request, reader.looking),
  // Somebody has been there and found none.
  emergencyLines: request.tier === 'A' ? request.triage.emergencyLines : [],
  ...(reader.side === 'officer' && {
    category: categoryOf(request),
    tierWords: staffTierWords(around.tiers),
    ...viewPending(request, reader),
  }),
})

/** Why it is in its tier: what a person said who put it there, else the rules' own sentence. */
const reasonsOf = (
  { tier, triage, events }: Request,
  { side }: Reader,
  { tiers: preset }: Around,
): string[] => {
  const last =
    tier === triage.tier ? undefined : events.filter(({ retier }) => retier?.tier?.[1] === tier).at(-1)
  return last?.text ? [`改为“${preset.words[tier][sideWords[side]]}”：${last.text}`] : triage.reasons
}

/** Whose words to use for whom. */
const sideWords = { reporter: 'resident', officer: 'staff' } as const
type Side = (typeof sideWords)[Reader['side']]

/** What its way of handling is called for one side. */
export const labelOf = (request: Pick<Request, 'tier' | 'triage'>, side: Side, preset: TierPreset) => {
  const letter = letterOf(request, preset)
  return { words: letter[side], urgent: letter.urgent }
}

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

const viewPhotos = (
  { files }: Pick<Request, 'files'>,
  photos: readonly StoredPhoto[],
  urls: Around['urls'],
): Photo[] =>
  photos.map(({ id }) => {
    const file = files[id]
    const url = file && 'fileId' in file ? urls.get(file.fileId) : undefined
    return { id, ...(url && { url }), ...(file && 'rejected' in file && { rejected: true }) }
  })

const turn = (request: Request): RequestView['turn'] => {
  const waited = reporterDue(request)
  if (waited !== undefined) return { who: 'reporter', dueAt: waited }
  const officer = officerDue(request)
  return officer === undefined ? { who: 'nobody' } : { who: 'officer', dueAt: officer }
}

/** What waits for this officer's decision, with the words of whoever asks. */
const viewPending = (request: Request, { looking }: Reader): Pick<RequestView, 'pending'> => {
  const open = movesFor(request, looking)
  const objected = open.includes('answerObjection') ? openObjection(request) : undefined
  const asked = open.includes('decideExtension') ? pendingExtension(request) : undefined
  const was = objected?.lowering.retier?.tier?.[0]
  const text = objected?.objection.text ?? asked?.text
  return text === undefined ? {} : { pending: { text, ...(was && { tier: was }) } }
}

/** What an officer sees of those dealt with together. */
const viewTogether = (
  request: Request,
  { topicFrom, merged, urls }: Around,
): Pick<RequestView, 'mergedInto' | 'merged' | 'crowded'> => ({
  ...(request.mergedInto && { mergedInto: request.mergedInto }),
  ...(request.merged && {
    merged: request.merged.map(({ id, no }) => {
      const report = merged.find(({ _id }) => _id === id)
      return { id, no, ...(report && viewMerged(report, urls)) }
    }),
  }),
  ...(request.tier !== 'D' && householdsOf(request) >= topicFrom && { crowded: true }),
})

const viewMerged = (report: ReadableReport, urls: Around['urls']) => ({
  text: report.text,
  place: report.place.address ?? '',
  photos: viewPhotos(report, report.photos, urls),
})

/** Which class it is counted under, and what is said between officers, is nothing to residents. */
const betweenOfficers: readonly EventKind[] = [
  ...(['extensionAsked', 'extensionRefused'] as const),
  ...(['crowded', 'tookIn', 'letGo'] as const),
]

const isFor = ({ side }: Reader, { kind, retier }: RequestEvent): boolean =>
  side === 'officer' || !(betweenOfficers.includes(kind) || (kind === 'retiered' && !retier?.tier))

/** Officers see no name of a reporter, who sees the officers by post and name. */
const actorWords = (actor: Actor, reader: Reader, { postWords }: Around): string => {
  if (actor.kind === 'system') return '系统'
  if (actor.kind === 'reporter') return reader.side === 'reporter' ? '您' : '居民'
  return actor.officer ? `${postWords(actor.officer.post)}${actor.officer.name}` : '工作人员'
}

const solvedWords = { yes: '办好了', partly: '办了一部分', no: '没办好' }
const satisfactionWords = { good: '满意', fair: '一般', poor: '不满意' }

const eventWords = (
  event: RequestEvent,
  { side, now }: Reader,
  { tiers: preset }: Around,
): string | undefined => {
  const { text, answer, retier, dueAt, reached } = event
  return (
    [
      answer && `${solvedWords[answer.solved]}，${satisfactionWords[answer.satisfaction]}`,
      reached && reachedWords[reached],
      retier?.tier && retier.tier.map(tier => `“${preset.words[tier][sideWords[side]]}”`).join(' 改为 '),
      side === 'officer' && retier?.category?.map(category => categoryWords[category]).join(' 改为 '),
      dueAt !== undefined && `${event.kind === 'suspended' ? '下次查看' : '延到'} ${whenWords(dueAt, now)}`,
      text,
    ]
      .filter(Boolean)
      .join('。') || undefined
  )
}

const reachedWords: Record<Milestone, string> = { onSite: '已到现场', controlled: '险情已控制' }
