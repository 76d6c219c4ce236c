import { policiesFrom } from '../policy/policies'
import calendarData from '../policy/calendar.json'
import { WorkingCalendar, type CalendarData } from '../time/calendar'
import { chinaInstant } from '../time/china'
import type { TierClocks } from './deadlinePolicy'
import { missingYear } from './missingYear'

const rules = policiesFrom({}, new Map())

it.each([
  ['in spring', chinaInstant(2026, 4, 1), undefined],
  ['while the longest deadline ends in the year', chinaInstant(2026, 11, 13), undefined],
  ['when an extension reaches over New Year', chinaInstant(2026, 11, 25), 2027],
  ['when the year itself is not there', chinaInstant(2027, 3, 1), 2027],
])('names the year that nobody has published %s', (_when, now, year) =>
  expect(missingYear(rules, now)).toBe(year),
)

it('is content once the next year is there', () => {
  const years = { ...calendarData.years, 2027: { off: ['01-01'], work: [] } }
  const calendar = new WorkingCalendar({ ...(calendarData as unknown as CalendarData), years })
  expect(missingYear({ ...rules, calendar }, chinaInstant(2026, 11, 25))).toBeUndefined()
})

it.each<[string, Partial<TierClocks>]>([
  ['the word on progress', { progress: { length: { workingDays: 60 }, steps: [] } }],
  ['the wait for an answer', { pause: { times: 1, answer: { length: { workingDays: 60 }, steps: [] } } }],
  ['what was set aside', { suspension: { review: { length: { workingDays: 60 }, steps: [] } } }],
])('looks at %s too', (_which, change) => {
  const B = { ...rules.deadline.tiers.B, ...change }
  const deadline = { ...rules.deadline, tiers: { ...rules.deadline.tiers, B } }
  const now = chinaInstant(2026, 11, 5)
  expect(missingYear(rules, now)).toBeUndefined()
  expect(missingYear({ ...rules, deadline }, now)).toBe(2027)
})
