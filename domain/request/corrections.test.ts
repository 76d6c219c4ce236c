import { type Correction, correctionOf, reviewRules } from './corrections'
import { exampleOfficer, exampleRequest, exampleRules } from './exampleRequest'
import type { RequestEvent } from './request'
import { retierRequest } from './retierRequest'

const request = exampleRequest()
const doing = (at: number) => ({
  by: { kind: 'officer' as const, personId: 'p-chen', officer: exampleOfficer },
  at: request.createdAt + at,
  token: String(at),
})
const around = { ...exampleRules, posts: [] }

it('says where the rules put a request, where a person did, and why', () => {
  expect(correctionOf(request)).toBeUndefined()
  const corrected = retierRequest(
    request,
    doing(1),
    { tier: 'C', category: 'water', text: '要找物业' },
    around,
  )
  expect(correctionOf(corrected)).toEqual({
    decidedBy: 'b.lamp',
    policy: 'triage:1',
    from: { tier: 'B', category: 'estate' },
    to: { tier: 'C', category: 'water' },
    reason: '要找物业',
    at: request.createdAt + 1,
  })
})

it('gives the reason of whoever put it where it is now, not of what was put back since', () => {
  const events = [
    { kind: 'retiered', at: 1, retier: { category: ['estate', 'water'] }, text: '是水的事。' },
    { kind: 'retiered', at: 2, retier: { tier: ['B', 'C'] }, text: '要几家一起。' },
    { kind: 'objectionAnswered', at: 3, retier: { tier: ['C', 'B'] }, text: '改回去。' },
  ] as unknown as RequestEvent[]
  expect(correctionOf({ ...exampleRequest(), category: 'water', events })).toMatchObject({
    reason: '是水的事。',
    at: 1,
  })
})

it('counts nothing that was taken back', () => {
  const there = retierRequest(request, doing(1), { tier: 'C', text: '要找物业' }, around)
  const back = retierRequest(there, doing(2), { tier: 'B', text: '看错了' }, around)
  expect(correctionOf(back)).toBeUndefined()
})

const correction = (decidedBy: string, changes: Partial<Correction> = {}): Correction => ({
  decidedBy,
  policy: 'triage:1',
  from: { tier: 'A', category: 'estate' },
  to: { tier: 'B', category: 'estate' },
  reason: '没有危险',
  at: 1,
  ...changes,
})

it('names the rules that people correct again and again, and what they confuse', () => {
  const twice = [correction('b.lamp'), correction('b.lamp')]
  const often = [
    correction('a.loose', { at: 5, reason: '只是旧了' }),
    correction('a.loose'),
    correction('a.loose', { to: { tier: 'C', category: 'planning' }, at: 3, reason: '归规划' }),
  ]
  const { rules, toReview } = reviewRules([...twice, ...often])
  expect(toReview).toEqual(['a.loose'])
  expect(rules[0]).toEqual({
    rule: 'a.loose',
    corrections: 3,
    confusion: [
      { from: 'A', to: 'B', times: 2 },
      { from: 'A', to: 'C', times: 1 },
      { from: 'estate', to: 'planning', times: 1 },
    ],
    reasons: ['只是旧了', '归规划', '没有危险'],
  })
})

it('leaves alone a rule that is seldom wrong for all that it decides', () => {
  const often = [1, 2, 3].map(at => correction('a.gas', { at }))
  expect(reviewRules(often, new Map([['a.gas', 300]])).toReview).toEqual([])
  expect(reviewRules(often, new Map([['a.gas', 10]])).rules[0]?.share).toBe(0.3)
})
