import fc from 'fast-check'
import { readPolicy } from '../../../domain/policy/readPolicy'
import deadline from '../../../domain/policy/deadline.json'
import type { DeadlinePolicy } from '../../../domain/deadline/deadlinePolicy'
import { tiers } from '../../../contract/tiers'
import { lengthOf, lengthUnits, lengthWords, spokenLength, withLength } from './length'

const spoken = fc.record({
  count: fc.integer({ min: 1, max: 500 }),
  unit: fc.constantFrom(...lengthUnits.map(({ value }) => value)),
})

it('stores what was said: said again it is as long', () =>
  fc.assert(
    fc.property(spoken, said => {
      const length = lengthOf(said)
      expect(lengthOf(spokenLength(length))).toEqual(length)
    }),
  ))

it.each([
  [{ minutes: 90 }, '90 分钟'],
  [{ minutes: 1440 }, '24 小时'],
  [{ workingMinutes: 240 }, '4 个工作小时'],
  [{ workingDays: 3 }, '3 个工作日'],
  [{ days: 7 }, '7 天'],
])('says %j as %s', (length, words) => expect(lengthWords(spokenLength(length))).toBe(words))

it('keeps every clock publishable whatever length it is given', () => {
  const policy = deadline as unknown as DeadlinePolicy
  fc.assert(
    fc.property(
      fc.constantFrom(...tiers),
      fc.constantFrom('accept' as const, 'reply' as const, 'resolve' as const),
      spoken,
      (tier, clock, said) => {
        const rule = withLength(policy.tiers[tier][clock], lengthOf(said))
        const body = {
          ...policy,
          tiers: { ...policy.tiers, [tier]: { ...policy.tiers[tier], [clock]: rule } },
        }
        expect(() => readPolicy('deadline', JSON.stringify(body), 'deadline:9')).not.toThrow()
      },
    ),
  )
})
