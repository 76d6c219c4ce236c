import type { ComparedPoint, PolicyKind } from '../../contract/policy'
import { openNames } from '../deadline/clocks'
import type { ClockRule, DeadlineRules } from '../deadline/deadlinePolicy'
import { dueAfter } from '../deadline/dueAfter'
import type { Request } from '../request/request'
import type { TriageDecision } from '../triage/decide'
import { triage } from '../triage/triage'
import { letterOf } from '../triage/tierPreset'
import { type Policies, policiesFrom } from './policies'

/** What a rehearsal needs to know of a request. */
export type RehearsedRequest = Pick<
  Request,
  '_id' | 'no' | 'text' | 'tile' | 'tier' | 'triage' | 'areaIds' | 'createdAt'
>

interface Difference {
  point: ComparedPoint
  from: string
  to: string
}

/** What trying a draft on requests gave. */
export interface PolicyTrial {
  messages: number
  changed: number
  lostDangers: number
  ways: (Difference & { times: number })[]
  /** Lost dangers first, then as the requests were given. */
  changes: { id: string; no: string; lostDanger?: true; points: Difference[] }[]
}

/** More changed requests than this nobody reads one by one; the counts have them all. */
const changesMost = 50

/** The policies as they would be with `draft` in the place of the present one of its kind. */
export const withDraft = (present: Policies, kind: PolicyKind, draft: unknown): Policies => {
  const id = `${kind}:draft`
  return { ...present, [kind]: policiesFrom({ [kind]: id }, new Map([[id, draft]]))[kind] }
}

/** Treats each request under the present policies and under those with the draft, and counts what differs. */
export const rehearsePolicy = (
  requests: readonly RehearsedRequest[],
  kind: PolicyKind,
  present: Policies,
  draft: Policies,
): PolicyTrial => {
  const compare = comparisons[kind]
  const times = new Map<string, Difference & { times: number }>()
  const changes: PolicyTrial['changes'] = []
  for (const request of requests) {
    const points = compare(request, present, draft)
    if (!points.length) continue
    for (const point of points) {
      const key = [point.point, point.from, point.to].join(' ')
      times.set(key, { ...point, times: (times.get(key)?.times ?? 0) + 1 })
    }
    const isLost = points.some(({ point, from }) => point === 'tier' && from === 'A')
    changes.push({ id: request._id, no: request.no, ...(isLost && { lostDanger: true as const }), points })
  }
  const lost = changes.filter(({ lostDanger }) => lostDanger)
  return {
    messages: requests.length,
    changed: changes.length,
    lostDangers: lost.length,
    ways: [...times.values()].sort((a, b) => b.times - a.times),
    changes: [...lost, ...changes.filter(({ lostDanger }) => !lostDanger)].slice(0, changesMost),
  }
}

type Compare = (request: RehearsedRequest, present: Policies, draft: Policies) => Difference[]

const differences = <P extends ComparedPoint>(
  points: readonly P[],
  before: Record<P, unknown>,
  after: Record<P, unknown>,
): Difference[] =>
  points
    .filter(point => before[point] !== after[point])
    .map(point => ({ point, from: String(before[point]), to: String(after[point]) }))

/** How it came is taken from the trace: what was before at the building is what was known then. */
const compareTriage: Compare = ({ text, tile, triage: made }, present, draft) => {
  const input = { text, ...(tile && { tile }), ...made.trace.came }
  return differences(
    ['tier', 'sure', 'category', 'type', 'route', 'door', 'aboutStaff', 'remarks'],
    flat(triage(input, present.triage)),
    flat(triage(input, draft.triage)),
  )
}

const flat = ({ door, aboutStaff, notes = [], ...decision }: TriageDecision) => ({
  ...decision,
  remarks: notes.map(({ remark }) => remark).join(' ') || 'none',
  door: door?.id ?? 'none',
  aboutStaff: aboutStaff === true,
})

const compareLetters: Compare = (request, present, draft) =>
  differences(['letter'], letterOf(request, present.tiers), letterOf(request, draft.tiers))

/** Of a clock only whether it would run out earlier or later: dates of the past say nothing to anyone. */
const compareTimes: Compare = (request, present, draft) => {
  const { tier } = request
  const [before, after] = [rulesOf(request, present), rulesOf(request, draft)]
  const clocks = timed.flatMap(point => {
    const [was, is] = [before[point], after[point]]
    if (!was || !is) return was || is ? [{ point, from: tier, to: is ? 'added' : 'removed' }] : []
    const [due, later] = [dueOf(request, was, present), dueOf(request, is, draft)]
    return due === later ? [] : [{ point, from: tier, to: later < due ? 'earlier' : 'later' }]
  })
  const isToldOtherwise = timed.some(point => {
    const [was, is] = [before[point], after[point]]
    return was && is && toldBy(was) !== toldBy(is)
  })
  const [may, mayThen] = [allowances(request, present), allowances(request, draft)]
  const moves = (['extension', 'pause', 'suspension'] as const)
    .filter(point => may[point] !== mayThen[point])
    .map(point => ({
      point,
      from: tier,
      to: may[point] === 'none' ? 'added' : mayThen[point] === 'none' ? 'removed' : 'changed',
    }))
  return [
    ...clocks,
    ...(isToldOtherwise ? [{ point: 'warnings' as const, from: tier, to: 'changed' }] : []),
    ...moves,
  ]
}

/** What a clock is beside its length, as a text to compare: who is told when, and what residents see of it. */
const toldBy = ({ steps, staffOnly = false, callback = false }: ClockRule): string =>
  // Lists, since the same policy may come with its keys in another order.
  JSON.stringify([
    steps.map(step => ['minutes' in step ? `${step.minutes} minutes` : step.share, step.tell]),
    staffOnly,
    callback,
  ])

const timed = [...openNames, 'confirm', 'answer', 'review', 'objection'] as const
type Timed = (typeof timed)[number]

/** The clocks that a request like this one has or may come to have. */
const rulesOf = (
  { tier, triage: { sure } }: RehearsedRequest,
  { deadline }: DeadlineRules,
): Partial<Record<Timed, ClockRule>> => {
  const { pause, suspension, danger, ...clocks } = deadline.tiers[tier]
  return {
    ...clocks,
    ...(danger && !sure && { danger }),
    ...(pause && { answer: pause.answer }),
    ...(suspension && { review: suspension.review }),
    objection: deadline.objection,
  }
}

/** How a clock may be moved, as texts to compare. */
const allowances = ({ tier }: RehearsedRequest, { deadline }: DeadlineRules) => {
  const { extension, pause, suspension } = deadline.tiers[tier]
  return {
    extension: extension
      ? JSON.stringify([extension.times, Object.entries(extension.length), extension.approval ?? false])
      : 'none',
    pause: pause ? String(pause.times) : 'none',
    suspension: suspension ? String(suspension.afterExtension ?? false) : 'none',
  }
}

const dueOf = (
  { areaIds, createdAt }: RehearsedRequest,
  { length }: ClockRule,
  { calendar }: DeadlineRules,
): number => dueAfter(length, createdAt, calendar.forAreas(areaIds)).dueAt

const comparisons: Record<PolicyKind, Compare> = {
  triage: compareTriage,
  tiers: compareLetters,
  deadline: compareTimes,
  calendar: compareTimes,
}
