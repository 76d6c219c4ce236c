import type { RequestView } from '../../contract/requestView'
import { staffTierWords } from '../triage/tierPreset'
import { householdsOf } from './households'
import { movesFor } from './lifeCycle'
import { labelOf } from './labelOf'
import { type Around, type ReadableReport, type Reader, sideWords } from './reader'
import type { Request } from './request'
import { officerDue, reporterDue } from './requestKeys'
import { categoryOf } from './categoryOf'
import { openObjection, pendingExtension } from './standing'
import { viewClocks } from './viewClocks'
import { viewPhotos } from './viewPhotos'
import { viewTimeline } from './viewTimeline'
import { viewWhy } from './viewWhy'

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
  ...notesOf(request, reader),
  text: request.text,
  photos: viewPhotos(request, request.photos, around.urls),
  place: request.place,
  path: around.path,
  ...(around.handler && { handler: around.handler }),
  ...(around.dutyPhone && { dutyPhone: around.dutyPhone }),
  createdAt: request.createdAt,
  ...viewClocks(request, reader, around.calendar),
  turn: turn(request),
  timeline: viewTimeline(request, reader, around),
  households: householdsOf(request),
  together: request.mergedInto !== undefined,
  ...(reader.side === 'officer' && viewTogether(request, around)),
  mine: reader.side === 'reporter',
  moves: movesFor(request, reader.looking),
  // Somebody has been there and found none.
  emergencyLines: request.tier === 'A' ? request.triage.emergencyLines : [],
  ...(reader.side === 'officer' && {
    ...(request.source && { source: request.source }),
    ...(request.external && { external: request.external }),
    why: viewWhy(request.triage, around.triage, around.tiers),
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

/** What is to be said beside the reason. A picture is asked for only while nobody has gone there and none has come. */
const notesOf = (
  { triage: { notes = [] }, status, events }: Request,
  { side }: Reader,
): Pick<RequestView, 'notes'> => {
  const isLate =
    side === 'reporter' &&
    (!['submitted', 'accepted'].includes(status) || events.some(({ photos }) => photos?.length))
  const said = isLate ? [] : notes.filter(({ to }) => to === sideWords[side]).map(({ say }) => say)
  return said.length ? { notes: said } : {}
}

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
