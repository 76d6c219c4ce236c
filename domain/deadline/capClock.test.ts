import fc from 'fast-check'
import { policiesFrom } from '../policy/policies'
import { day, minute } from '../time/china'
import { capClock } from './capClock'
import { stepsToCome } from './clock'
import { openClocks } from './clocks'

const { deadline, calendar } = policiesFrom({}, new Map())
const at = Date.UTC(2026, 10, 23, 2)
const clock = openClocks('C', at, { deadline, calendar: calendar.forAreas([]) }).resolve

it('falls due at the earlier of the two, with every word still to be said before that', () => {
  fc.assert(
    fc.property(fc.integer({ min: -5 * day, max: 30 * day }), left => {
      const by = at + left
      const capped = capClock(clock, by)
      expect(capped.dueAt).toBe(left > 0 ? Math.min(clock.dueAt, by) : clock.dueAt)
      const to = stepsToCome(capped)
      expect(to.map(({ share }) => share)).toEqual(stepsToCome(clock).map(({ share }) => share))
      for (const { share, at: spoken } of to) if (share <= 1) expect(spoken).toBeLessThanOrEqual(capped.dueAt)
      expect(capClock(capped, by)).toBe(capped)
    }),
  )
})

it('says nothing twice, and leaves alone what does not run', () => {
  const [first, ...rest] = clock.steps ?? []
  const warned = { ...clock, steps: [{ ...first!, doneAt: at + minute }, ...rest] }
  expect(capClock(warned, at + day).steps?.[0]).toEqual(warned.steps[0])
  const done = { ...clock, doneAt: at }
  expect(capClock(done, at + day)).toBe(done)
})
