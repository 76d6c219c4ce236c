import fc from 'fast-check'
import { nextFiring } from './nextFiring'

const at = (text: string) => Date.parse(`${text}+08:00`)
const next = (config: string, now: string) => nextFiring({ config }, at(now))

it.each([
  ['every minute', '0 * * * * * *', '2026-03-01T10:00:30', '2026-03-01T10:01:00'],
  [
    'at eight in China, whatever the zone of the machine',
    '0 0 8 * * * *',
    '2026-03-01T08:00:00',
    '2026-03-02T08:00:00',
  ],
  ['on the first of the month', '0 0 2 1 * * *', '2026-03-01T10:00:00', '2026-04-01T02:00:00'],
  ['on Mondays by name', '0 30 9 * * MON *', '2026-03-01T00:00:00', '2026-03-02T09:30:00'],
  [
    'on the 15th or a Monday, either will do',
    '0 0 0 15 * MON *',
    '2026-03-10T00:00:00',
    '2026-03-15T00:00:00',
  ],
  ['every five seconds', '*/5 * * * * * *', '2026-03-01T10:00:03', '2026-03-01T10:00:05'],
  ['every ten minutes from the first on', '0 1/10 * * * * *', '2026-03-01T10:01:00', '2026-03-01T10:11:00'],
  ['on work days', '0 15 10 * * MON-FRI *', '2026-03-06T11:00:00', '2026-03-09T10:15:00'],
  ['on Sundays by number', '0 0 12 * * 0 *', '2026-03-02T00:00:00', '2026-03-08T12:00:00'],
  ['every half hour of the day', '0 */30 9-17 * * * *', '2026-03-01T17:30:00', '2026-03-02T09:00:00'],
  ['in every second year from one on', '0 0 0 1 1 * 2027/2', '2027-01-01T00:00:00', '2029-01-01T00:00:00'],
  ['in another year', '0 0 0 1 1 * 2028', '2026-03-01T00:00:00', '2028-01-01T00:00:00'],
  ['in every second year', '0 0 0 1 1 * 2027-2031/2', '2027-01-01T00:00:00', '2029-01-01T00:00:00'],
  ['on the leap day', '0 0 0 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T00:00:00'],
])('%s: %s after %s', (_name, config, now, expected) => {
  expect(next(config, now)).toBe(at(expected))
})

it('never fires again once its years are over', () => {
  expect(next('0 0 0 1 1 * 2020', '2026-03-01T00:00:00')).toBe(Infinity)
})

it.each([
  ...['0 * * * * *', '* * * * *', '', '0 * * * * * year', '99 * * * * * *', 'a b c d e f *'],
  ...['0 0 0 * * * 1969', '0 0 0 * * * 2100', '0 0 0 0 * * *', '0 0 0 * 13 * *', '0 */0 * * * * *'],
  ...['0 5-2 * * * * *', '0 0 0 * * FRI-MON *', '0 0 0 30 2 * *', '0 1,,2 * * * * *', '0 1-2-3 * * * * *'],
])('refuses %j with a sentence that names it', config => {
  expect(() => nextFiring({ config }, 0)).toThrow(config)
})

it.each([
  ['0 0 8 ? * MON *', '"?" is no day'],
  ['0 0 8 L * * *', '"L" is no day'],
  ['0 0 8 10W * * *', '"10W" is no day'],
  ['0 0 8 * * 5L *', '"5L" is no weekday'],
  ['0 0 8 * * 5#2 *', '"5#2" is no weekday'],
  ['0 0 8 * * 7 *', '"7" is no weekday, in the timer "0 0 8 * * 7 *": numbers from 0 to 6 or SUN to SAT'],
])('refuses %j, which is not on WeChat’s page: %s', (config, reason) => {
  expect(() => nextFiring({ config }, 0)).toThrow(reason)
})

it('agrees with looking at every second', () => {
  const field = (most: number) =>
    fc.oneof(
      fc.constant({ text: '*', fits: () => true }),
      fc.integer({ min: 0, max: most }).map(value => ({
        text: String(value),
        fits: (n: number) => n === value,
      })),
      fc.integer({ min: 2, max: 30 }).map(step => ({
        text: `*/${step}`,
        fits: (n: number) => n % step === 0,
      })),
    )
  fc.assert(
    fc.property(field(59), field(59), fc.integer({ min: 0, max: 86_399 }), (second, minute, start) => {
      const now = at('2026-03-01T00:00:00') + start * 1000
      let slow = now
      do {
        slow += 1000
        const inHour = (slow / 1000) % 3600
        if (second.fits(inHour % 60) && minute.fits(Math.floor(inHour / 60))) break
      } while (slow < now + 7_200_000)
      expect(nextFiring({ config: `${second.text} ${minute.text} * * * * *` }, now)).toBe(slow)
    }),
    { numRuns: 200 },
  )
})
