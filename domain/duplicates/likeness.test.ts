import fc from 'fast-check'
import { categories } from '../../contract/categories'
import { tiles } from '../../contract/requestTerms'
import { policiesFrom } from '../policy/policies'
import { day } from '../time/china'
import { likeness } from './likeness'
import type { Report } from './report'

const { duplicates: policy } = policiesFrom({}, new Map())
const metre = 1 / 111_320

const words = fc.constantFrom(
  '6栋电梯又停了，维保电话打不通',
  '升降机坏了两天，老人下不了楼',
  '電梯壞咗冇人理',
  '路灯全不亮，下晚班走得心慌',
  '三栋一单元楼道灯不亮',
  '你好',
  '🙏🙏🙏🙏🙏',
  '',
)
const text = fc.oneof(words, fc.fullUnicodeString({ maxLength: 60 }))
const report: fc.Arbitrary<Report> = fc.record(
  {
    text,
    tile: fc.constantFrom(...tiles),
    category: fc.constantFrom(...categories),
    place: fc.record(
      {
        address: fc.constantFrom('6栋', '6栋2单元', '12巷8号', '村口', ''),
        point: fc.record({
          lng: fc.double({ min: 114.04, max: 114.05, noNaN: true }),
          lat: fc.double({ min: 22.7, max: 22.71, noNaN: true }),
        }),
      },
      { requiredKeys: [] },
    ),
    gridId: fc.constantFrom('g-1', 'g-2'),
    at: fc.integer({ min: 0, max: 100 * day }),
  },
  { requiredKeys: ['text', 'category', 'place', 'gridId', 'at'] },
)

const parts = (one: Report, other: Report) => likeness(one, other, policy)

it('does not depend on which report comes first', () => {
  fc.assert(fc.property(report, report, (a, b) => expect(parts(a, b)).toEqual(parts(b, a))))
})

it('keeps the score and every part between 0 and 1', () => {
  fc.assert(
    fc.property(report, report, (a, b) => {
      const { score, text: texts, matter, kind, where, when } = parts(a, b)
      for (const part of [score, texts, matter, kind, where, when]) {
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(1)
      }
    }),
  )
})

it('never scores higher for being farther apart', () => {
  const metres = fc.double({ min: 0, max: 400, noNaN: true })
  fc.assert(
    fc.property(report, report, metres, metres, (a, b, near, more) => {
      const north = (by: number): Report => ({
        ...b,
        place: { ...b.place, point: { lng: 114.05, lat: 22.7 + by * metre } },
      })
      const here = { ...a, place: { ...a.place, point: { lng: 114.05, lat: 22.7 } } }
      expect(parts(here, north(near + more)).score).toBeLessThanOrEqual(
        parts(here, north(near)).score + 1e-12,
      )
    }),
  )
})

it('never scores higher for being longer apart', () => {
  const time = fc.integer({ min: 0, max: 50 * day })
  fc.assert(
    fc.property(report, report, time, time, (a, b, short, more) => {
      const after = (by: number) => parts(a, { ...b, at: a.at + by }).score
      expect(after(short + more)).toBeLessThanOrEqual(after(short))
    }),
  )
})

it('takes a report for itself, and nothing beyond its reach', () => {
  const one: Report = {
    text: '6栋电梯又停了，维保电话打不通',
    category: 'estate',
    place: { point: { lng: 114.05, lat: 22.7 }, address: '6栋' },
    gridId: 'g-1',
    at: 0,
  }
  expect(parts(one, one).score).toBeCloseTo(1)
  const away = { ...one, place: { ...one.place, point: { lng: 114.05, lat: 22.7 + 260 * metre } } }
  expect(parts(one, away).score).toBe(0)
  expect(parts(one, { ...one, at: (policy.reach.days + 1) * day }).score).toBe(0)
})

const at = (says: string, address: string, north = 0): Report => ({
  text: says,
  category: 'estate',
  place: { point: { lng: 114.05, lat: 22.7 + north * metre }, address },
  gridId: 'g-1',
  at: 0,
})

it.each([
  ['said in other words', at('6栋电梯停了', '6栋'), at('我妈住十四楼，升降机坏着，上不去', '6栋1单元', 10)],
  ['written in traditional characters', at('6栋电梯停了', '6栋'), at('電梯壞咗兩日都冇人理', '6棟', 10)],
  ['from a point a little off', at('路灯全不亮', '村口'), at('牌坊那排路灯坏了五盏', '牌坊', 45)],
])('knows the same matter %s', (_, one, other) => {
  expect(parts(one, other).score).toBeGreaterThanOrEqual(policy.likely)
})

it.each([
  ['the same words about another building', at('6栋电梯停了', '6栋'), at('9栋电梯停了', '9栋', 60)],
  ['something else at the same place', at('垃圾桶满了没人清', '球场'), at('球场的篮球架歪了', '球场')],
  ['the same thing with another fault', at('路灯全不亮', '村口'), at('路灯太亮照进窗', '村口', 10)],
])('does not take for it %s', (_, one, other) => {
  expect(parts(one, other).score).toBeLessThan(policy.likely)
})
