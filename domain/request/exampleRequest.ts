import type { Officer, Request } from './request'
import { type Routing, type Submission, submitRequest } from './submitRequest'

const hour = 3_600_000

/** An officer for tests. */
export const exampleOfficer: Officer = {
  officerId: 'o-chen',
  name: '陈志强',
  post: 'gridMember',
  areaId: 'g-1',
}

/** A freshly submitted request for tests: tier B, clocks of 4, 24 and 72 hours. */
export const exampleRequest = (
  submission: Partial<Submission> = {},
  routing: Partial<Routing> & { tier?: Request['tier'] } = {},
): Request => {
  const at = submission.at ?? Date.UTC(2026, 10, 23, 2)
  const clock = (hours: number) => ({
    startedAt: at,
    dueAt: at + hours * hour,
    warnAt: at + hours * 0.8 * hour,
  })
  const { tier = 'B', ...rest } = routing
  return submitRequest(
    {
      id: 'r0123456789abcdefghjkmnpq',
      token: 'f'.repeat(32),
      reporterId: 'p-zhang',
      text: '三单元楼道的灯坏了好几天了',
      place: { gridId: 'g-1', address: '三单元' },
      photos: [],
      gridId: 'g-1',
      areaIds: ['s-1', 'c-1', 'b-1', 'g-1'],
      at,
      ...submission,
    },
    {
      triage: {
        tier,
        sure: true,
        category: 'estate',
        type: 'help',
        route: 'grid',
        reasons: ['网格员一个人就能办好。'],
        emergencyLines: [],
        policy: 'triage:1',
        trace: { decidedBy: 'b.lamp', matched: [], near: [] },
      } as unknown as Routing['triage'],
      clocks: { accept: clock(4), reply: clock(24), resolve: clock(72) },
      assignee: { ...exampleOfficer, personId: 'p-chen', since: at },
      alert: [],
      ...rest,
    },
  )
}
