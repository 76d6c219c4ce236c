import fc from 'fast-check'
import { policiesFrom } from '../policy/policies'
import { exampleRequest } from '../request/exampleRequest'
import type { Request } from '../request/request'
import { day, hour } from '../time/china'
import { daysMost } from '../triage/circumstances'
import { triage } from '../triage/triage'
import { beforeAt, dayNumber, noHistory } from './historySummary'
import { placeKey } from './placeKey'
import { placesMost, withReports } from './withReports'

const policy = policiesFrom({}, new Map()).triage
const now = Date.UTC(2026, 10, 25, 2)
const nothing = noHistory(policy.id, now)

const gas = '3栋厨房闻到很重的煤气味'
const lamp = '3栋楼道灯不亮了'
const decided = new Map([gas, lamp].map(text => [text, triage({ text }, policy)]))

const report = (text: string, daysAgo: number, changes: Partial<Request> = {}): Request => {
  const decision = decided.get(text)
  const at = now - daysAgo * day
  const request = exampleRequest(
    { text, at, place: { gridId: 'g-1' } },
    { triage: decision!, tier: decision!.tier },
  )
  return { ...request, tier: decision!.tier, ...changes }
}
const of = (...reports: Request[]) => withReports(nothing, reports, policy, now)
const lately = (...reports: Request[]) => beforeAt(of(...reports), 'g-1/3栋', policy.history, now)

it.each([
  ['g-1/3栋', { address: '桂花苑3栋2单元502' }, '电梯坏了'],
  ['g-1/3栋', {}, '三栋楼下有人乱停车'],
  // The address before what is spoken of.
  ['g-1/6栋', { address: '6号楼门口' }, '对面3栋吵得很'],
  ['g-1/12巷8号', { address: '12巷8号' }, '电线掉下来了'],
  [undefined, { address: '河滨路' }, '路灯不亮'],
])('knows %s as the building of a report, and nothing finer', (key, place, text) =>
  expect(placeKey('g-1', place, text)).toBe(key),
)

it('remembers a danger for thirty days and a matter for ninety, by the days on which it was reported', () => {
  expect(lately(report(gas, 3), report(gas, 3.1), report(gas, 29), report(gas, 31))).toEqual({
    summary: `history:${now}`,
    dangers: { gas: 2 },
    matters: { water: 3 },
  })
  expect(lately(report(lamp, 89), report(lamp, 91))?.matters).toEqual({ estate: 1 })
  expect(lately(report(lamp, 91))).toBeUndefined()
})

it('counts a danger of today, and as come back only what was before today', () => {
  const earlier = report(gas, 1 / 24)
  expect(lately(earlier)).toMatchObject({ dangers: { gas: 1 }, matters: {} })
})

it('counts nothing of what people found to be no danger, of staff, of what is for others, and one matter once', () => {
  expect(lately(report(gas, 3, { tier: 'B' }))?.dangers).toEqual({})
  for (const changes of [
    { mergedInto: { id: 'r-1', no: '1' } },
    { triage: { ...report(lamp, 3).triage, aboutStaff: true as const } },
    { triage: { ...report(lamp, 3).triage, door: { id: 'court', name: '法院', say: '' } } },
    { category: 'disputes' as const },
  ])
    expect(lately(report(lamp, 3, changes))).toBeUndefined()
})

it('is the same however often and in whatever parts reports are added, and as a slow count has it', () => {
  const some = fc.array(
    fc.record({
      text: fc.constantFrom(gas, lamp),
      hours: fc.integer({ min: 0, max: 120 * 24 }),
      building: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 60 },
  )
  fc.assert(
    fc.property(some, fc.nat(60), (drawn, cut) => {
      const reports = drawn.map(({ text, hours, building }) =>
        report(text, 0, { createdAt: now - hours * hour, place: { address: `${building}栋` } }),
      )
      const whole = withReports(nothing, reports, policy, now)
      const first = withReports(nothing, reports.slice(0, cut), policy, now)
      const parts = withReports(withReports(first, reports.slice(cut), policy, now), reports, policy, now)
      for (const building of [1, 2, 3]) {
        const key = `g-1/${building}栋`
        const slow = (text: string, most: number, andToday: boolean) =>
          [
            ...new Set(
              drawn
                .filter(one => one.text === text && one.building === building)
                .map(({ hours }) => dayNumber(now - hours * hour)),
            ),
          ]
            .filter(on => on > dayNumber(now) - most)
            .sort((a, b) => b - a)
            .slice(0, daysMost)
            .filter(on => andToday || on < dayNumber(now)).length
        const found = beforeAt(whole, key, policy.history, now)
        expect(found?.dangers.gas ?? 0).toBe(slow(gas, 30, true))
        expect(found?.matters.water ?? 0).toBe(slow(gas, 90, false))
        expect(found?.matters.estate ?? 0).toBe(slow(lamp, 90, false))
        expect(beforeAt(parts, key, policy.history, now)).toEqual(found)
      }
    }),
    { numRuns: 60 },
  )
})

it('grows with neither time nor reports: so many buildings, so many days, the longest unheard of gone first', () => {
  const everyDay = Array.from({ length: 60 }, (_, n) => report(gas, n / 2))
  const many = Array.from({ length: placesMost + 50 }, (_, n) =>
    report(lamp, n < 50 ? 80 : 2, { gridId: `g-${n}` }),
  )
  const summary = of(...many, ...everyDay)
  expect(Object.keys(summary.places)).toHaveLength(placesMost)
  expect(summary.places['g-1/3栋']?.dangers.gas).toHaveLength(daysMost)
  expect(summary.places['g-7/3栋']).toBeUndefined()
  const late = withReports(summary, [], policy, now + 91 * day)
  expect(late.places).toEqual({})
  // All of it full: a file that is fetched in an instant.
  const [one] = Object.values(of(...everyDay).places)
  expect(placesMost * JSON.stringify(one).length).toBeLessThan(1_500_000)
})
