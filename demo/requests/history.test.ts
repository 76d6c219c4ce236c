import { moves } from '../../domain/request/lifeCycle'
import type { Request } from '../../domain/request/request'
import { withKeys } from '../../domain/request/requestKeys'
import { isRequestNumber } from '../../domain/request/requestNumber'
import { generateStreet } from '../generateStreet'

const now = Date.UTC(2026, 10, 23, 2)
const { requests, posts, leaves } = generateStreet({ seed: 3, now, pepper: 'test-pepper' })
const minute = 60_000

/** From which states an event of this kind may lead to which, by the life cycle. */
const legal = (kind: string, from: string | undefined): readonly (string | undefined)[] => {
  if (kind === 'submitted') return ['submitted']
  if (kind === 'accepted') return moves.accept.from.some(state => state === from) ? ['accepted'] : []
  if (kind === 'replied') return from === 'accepted' ? ['inProgress', undefined] : [undefined]
  if (kind === 'resolved') return moves.resolve.from.some(state => state === from) ? ['resolved'] : []
  if (kind === 'confirmed') return from === 'resolved' ? ['confirmed'] : []
  if (kind === 'reopened') return from === 'resolved' ? ['reopened'] : []
  if (kind === 'closedNoAnswer') return from === 'resolved' ? ['closedNoAnswer'] : []
  return [undefined]
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
