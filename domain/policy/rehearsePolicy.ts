import type { ComparedPoint, PolicyKind } from '../../contract/policy'
import type { ClockRule, DeadlineRules } from '../deadline/deadlinePolicy'
import { dueAfter } from '../deadline/dueAfter'
import type { Request } from '../request/request'
import { triage } from '../triage/triage'
import { letterOf } from '../triage/tierPreset'
import { type Policies, policiesFrom } from './policies'

/** What a rehearsal needs to know of a request. */
export type RehearsedRequest = Pick<
  Request,
  '_id' | 'no' | 'text' | 'tile' | 'photos' | 'tier' | 'triage' | 'areaIds' | 'createdAt'
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

const compareTriage: Compare = ({ text, tile, photos }, present, draft) => {
  const input = { text, photos: photos.length, ...(tile && { tile }) }
  return differences(
    ['tier', 'sure', 'category', 'type', 'route'],
    triage(input, present.triage),
    triage(input, draft.triage),
  )
}

const compareLetters: Compare = (request, present, draft) =>
  differences(['letter'], letterOf(request, present.tiers), letterOf(request, draft.tiers))

/** Of a clock only whether it would run out earlier or later: dates of the past say nothing to anyone. */
const compareDue: Compare = (request, present, draft) =>
  (['accept', 'reply', 'resolve'] as const).flatMap(point => {
    const [before, after] = [dueOf(request, point, present), dueOf(request, point, draft)]
    return before === after ? [] : [{ point, from: request.tier, to: after < before ? 'earlier' : 'later' }]
  })

const dueOf = (
  { tier, areaIds, createdAt }: RehearsedRequest,
  name: 'accept' | 'reply' | 'resolve',
  { deadline, calendar }: DeadlineRules,
): number => {
  const rule: ClockRule = deadline.tiers[tier][name]
  return dueAfter(rule.length, createdAt, calendar.forAreas(areaIds)).dueAt
}

const comparisons: Record<PolicyKind, Compare> = {
  triage: compareTriage,
  tiers: compareLetters,
  deadline: compareDue,
  calendar: compareDue,
}
