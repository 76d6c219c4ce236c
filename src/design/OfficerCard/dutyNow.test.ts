import { hour } from '../../../domain/time/china'
import { dutyNow } from './dutyNow'

// 2026-11-25 10:00 in China.
const now = Date.UTC(2026, 10, 25, 2)

it.each([
  ['on duty until the evening', { onDuty: true, dutyChangesAt: now + 8 * hour }, '现在在岗，到今天 18:00'],
  ['on duty around the clock', { onDuty: true }, '现在在岗'],
  [
    'off duty until tomorrow',
    { onDuty: false, dutyChangesAt: now + 22.5 * hour },
    '现在不在岗，明天 8:30 上班',
  ],
  ['as a phone remembers it from this morning', { onDuty: true, dutyChangesAt: now - hour }, '现在不在岗'],
  ['on leave', { onDuty: false, away: { until: now + 48 * hour } }, '请假，后天 10:00回来'],
  [
    'on leave until the end of a day',
    { onDuty: false, away: { until: Date.UTC(2026, 10, 27, 16) } },
    '请假，11月28日回来',
  ],
])('says who is %s', (_, officer, words) => {
  expect(dutyNow(officer, now).words).toBe(words)
})
