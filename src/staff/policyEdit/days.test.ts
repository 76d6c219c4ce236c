import fc from 'fast-check'
import { daysFrom, hoursFrom, hoursWords } from './days'

it.each([
  ['01-01', ['01-01']],
  ['1月1日、10月1日至3日', ['01-01', '10-01', '10-02', '10-03']],
  ['4-30~5-2', ['04-30', '05-01', '05-02']],
  ['2月15日～2月16日；2/15', ['02-15', '02-16']],
  ['', []],
])('reads %j as it stands in a notice', (text, days) => expect(daysFrom(text, 2027)).toEqual(days))

it.each(['2-29', '13-01', '明天', '10-07~10-01', '01-01 和'])('takes %j for no days of 2027', text =>
  expect(daysFrom(text, 2027)).toBeUndefined(),
)

it('knows leap years', () => expect(daysFrom('2-29', 2028)).toEqual(['02-29']))

it('reads every list of days that it wrote itself', () =>
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 364 }), { maxLength: 40 }), offsets => {
      const days = offsets
        .sort((a, b) => a - b)
        .map(n => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(5, 10))
      expect(daysFrom(days.join(' '), 2027)).toEqual(days)
    }),
  ))

it('reads working hours and says them the same way', () => {
  expect(hoursFrom('8:30-12:00，14:00至18:00')).toEqual([
    [510, 720],
    [840, 1080],
  ])
  expect(hoursWords([[510, 720]])).toBe('8:30-12:00')
})

it.each(['', '8:30', '12:00-8:30', '8:00-12:00 11:00-18:00', '8:00-25:00', '早上到晚上'])(
  'takes %j for no working hours',
  text => expect(hoursFrom(text)).toBeUndefined(),
)
