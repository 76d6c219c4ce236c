import { openClocks } from '../deadline/clocks'
import { policiesFrom } from '../policy/policies'
import { wordsAlone } from '../triage/circumstances'
import type { Officer, Request } from './request'
import { type Routing, type Submission, submitRequest } from './submitRequest'

/** An officer for tests. */
export const exampleOfficer: Officer = {
  officerId: 'o-chen',
  name: '陈志强',
  post: 'gridMember',
  areaId: 'g-1',
}

/** The rules that ship with the code, for tests. */
export const exampleRules = policiesFrom({}, new Map())

/** A freshly submitted request for tests: tier B unless told, under the rules that ship with the code. */
export const exampleRequest = (
  submission: Partial<Submission> = {},
  routing: Partial<Routing> & { tier?: Request['tier']; sure?: boolean } = {},
): Request => {
  const at = submission.at ?? Date.UTC(2026, 10, 23, 2)
  const { tier = 'B', sure = true, ...rest } = routing
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
        sure,
        category: 'estate',
        type: 'help',
        route: 'grid',
        reasons: ['网格员一个人就能办好。'],
        emergencyLines: [],
        policy: 'triage:1',
        confidence: { tier: 0.9, category: 0.9, type: 0.9, route: 0.9 },
        trace: { came: wordsAlone, decidedBy: 'b.lamp', matched: [], near: [], tiers: [] },
      } as unknown as Routing['triage'],
      clocks: openClocks(tier, at, exampleRules, sure),
      assignee: { ...exampleOfficer, personId: 'p-chen', since: at },
      alert: [],
      ...rest,
    },
  )
}
