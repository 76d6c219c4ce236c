import fc from 'fast-check'
import { RecentCallers } from './recentCallers'

const minute = 60_000
const hours = 60 * minute

it('knows somebody for two hours after their last call', () => {
  const callers = new RecentCallers()
  callers.note('li', 0)
  callers.note('li', hours)
  expect(callers.has('li', 3 * hours)).toBe(true)
  expect(callers.has('li', 3 * hours + 1)).toBe(false)
  expect(callers.has('zhao', hours)).toBe(false)
})

it('remembers nobody who was here longer ago, however many come by', () => {
  const callers = new RecentCallers()
  for (let n = 0; n < 10_000; n++) callers.note(`somebody-${n}`, n * minute)
  expect(callers.size).toBe(121)
})

it('knows the same people as one who forgets nobody', () => {
  const people = fc.constantFrom('li', 'zhao', 'qian', 'sun')
  const calls = fc.array(fc.tuple(people, fc.integer({ min: 0, max: 90 * minute })), { maxLength: 30 })
  fc.assert(
    fc.property(calls, waits => {
      const callers = new RecentCallers()
      const last: Record<string, number> = {}
      let now = 0
      for (const [openid, wait] of waits) {
        now += wait
        callers.note(openid, now)
        last[openid] = now
        for (const [person, at] of Object.entries(last))
          expect(callers.has(person, now)).toBe(now - at <= 2 * hours)
      }
    }),
  )
})
