import { broughtBy, type RequestMove } from '../../contract/requestTerms'
import { moves } from '../../domain/request/lifeCycle'
import type { Request } from '../../domain/request/request'
import { withKeys } from '../../domain/request/requestKeys'
import { isRequestNumber } from '../../domain/request/requestNumber'
import { minute } from '../../domain/time/china'
import { generateStreet } from '../generateStreet'

const now = Date.UTC(2026, 10, 23, 2)
const { requests, posts, leaves } = generateStreet({ seed: 3, now, pepper: 'test-pepper' })

/** Moves of which an event is the trace: where the life cycle lets them begin, and what they lead to. */
const traces: Record<string, { move: RequestMove; to: (from: string) => readonly (string | undefined)[] }> = {
  accepted: { move: 'accept', to: () => ['accepted'] },
  replied: { move: 'reply', to: from => (from === 'accepted' ? ['inProgress', undefined] : [undefined]) },
  resolved: { move: 'resolve', to: () => ['resolved'] },
  confirmed: { move: 'confirm', to: () => ['confirmed'] },
  reopened: { move: 'confirm', to: () => ['reopened'] },
  infoAsked: { move: 'askInfo', to: () => ['needInfo'] },
  infoAnswered: { move: 'answerInfo', to: () => ['inProgress'] },
  extensionAsked: { move: 'extend', to: from => [from] },
  extensionRefused: { move: 'decideExtension', to: from => [from] },
  extended: { move: 'extend', to: from => [from] },
  suspended: { move: 'suspend', to: () => ['suspended'] },
  resumed: { move: 'resume', to: () => ['inProgress'] },
  retiered: { move: 'retier', to: from => [working(from)] },
  objected: { move: 'object', to: from => [from] },
  objectionAnswered: { move: 'answerObjection', to: from => [from, working(from)] },
  merged: {
    move: 'merge',
    to: from => (from === 'submitted' || from === 'reopened' ? ['accepted'] : [from]),
  },
  unmerged: { move: 'unmerge', to: from => [from] },
}

/** Waiting and being set aside end with another tier. */
const working = (from: string) => (from === 'needInfo' || from === 'suspended' ? 'inProgress' : from)

/** To which states an event of this kind may lead from a state, by the life cycle. */
const legal = (kind: string, from: string | undefined): readonly (string | undefined)[] => {
  if (kind === 'submitted') return ['submitted']
  if (kind === 'closedNoAnswer') return from === 'resolved' ? ['closedNoAnswer'] : []
  if (kind === 'infoMissed') return from === 'needInfo' ? ['inProgress'] : []
  const trace = traces[kind]
  if (!trace || from === undefined) return [undefined]
  return moves[trace.move].from.some(state => state === from) ? trace.to(from) : []
}

const each = (check: (request: Request) => void) => () => requests.forEach(check)

it(
  'tells every history in order of time, from the report to no later than now',
  each(({ events, createdAt }) => {
    expect(events[0]).toMatchObject({ kind: 'submitted', at: createdAt })
    const instants = events.map(({ at }) => at)
    expect([...instants].sort((a, b) => a - b)).toEqual(instants)
    expect(instants.at(-1)).toBeLessThanOrEqual(now)
  }),
)

it(
  'takes only steps of the life cycle',
  each(({ events, status, version }) => {
    let state: string | undefined
    for (const { kind, to } of events) {
      expect(legal(kind, state)).toContain(to)
      state = to ?? state
    }
    expect(state).toBe(status)
    expect(version).toBe(events.filter(({ to }) => to).length)
  }),
)

it(
  'keeps clocks that agree with the history',
  each(({ clocks, events }) => {
    for (const [name, clock] of Object.entries(clocks)) {
      expect(clock.dueAt).toBeGreaterThan(clock.startedAt)
      expect(clock.doneAt ?? Infinity).toBeGreaterThanOrEqual(clock.startedAt)
      const marked = events.filter(
        ({ kind, clock: of, at }) => kind === 'overdue' && of === name && at >= clock.startedAt,
      )
      expect(marked.map(({ at }) => at)).toEqual(clock.overdueAt === undefined ? [] : [clock.overdueAt])
      if (clock.overdueAt !== undefined) expect(clock.overdueAt).toBeGreaterThanOrEqual(clock.dueAt)
      // The clock function looks once a minute: what is over by then has been noticed.
      else if (name !== 'confirm') expect(clock.doneAt ?? now).toBeLessThan(clock.dueAt + minute)
    }
  }),
)

it(
  'leaves nothing undone, and nothing that should have woken by now',
  each(request => {
    expect(request.effects).toEqual([])
    expect(request.wakeAt ?? Infinity).toBeGreaterThan(now - minute)
    expect(withKeys(request)).toEqual(request)
    expect(isRequestNumber(request.no)).toBe(true)
  }),
)

it('lets only officers in office act, or who stand in for one away', () => {
  for (const { events } of requests) {
    for (const { at, by } of events) {
      if (!by.officer) continue
      const { officerId, areaId } = by.officer
      const standsFor = leaves
        .filter(({ coverId, from, to }) => coverId === officerId && from <= at && at < to)
        .map(leave => leave.officerId)
      const held = posts.filter(
        post => [officerId, ...standsFor].includes(post.officerId) && post.areaId === areaId,
      )
      expect(held.some(({ from, to }) => from <= at && (to === undefined || at < to))).toBe(true)
    }
  }
})

it('has some that officers brought, by every way there is; what one of them did another confirms', () => {
  const brought = requests.filter(({ source }) => source)
  expect(new Set(brought.map(({ source }) => source))).toEqual(new Set(broughtBy))
  expect(brought.length / requests.length).toBeGreaterThan(0.05)
  const confirmed = brought.filter(({ status }) => status === 'confirmed')
  expect(confirmed.length).toBeGreaterThan(10)
  for (const { events } of confirmed) {
    const did = (kind: string) => events.filter(event => event.kind === kind).at(-1)?.by.officer?.officerId
    expect(did('confirmed')).not.toBe(did('resolved'))
  }
  const orders = brought.flatMap(({ external }) => external?.number ?? [])
  expect(new Set(orders).size).toBe(orders.length)
})
