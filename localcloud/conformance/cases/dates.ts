import { type Case, evaluates } from '../case'

/** Sunday, 1 December 2024, 16:05:06.789 UTC: the second in China. */
const document = { at: new Date(Date.UTC(2024, 11, 1, 16, 5, 6, 789)), first: new Date(Date.UTC(2022, 0, 1)) }
const is = evaluates('date', document)
const gives = (operator: string, value: unknown): Case => is(operator, ({ $ }) => $[operator]('$at'), value)

export const dates: Case[] = [
  gives('year', 2024),
  gives('month', 12),
  gives('dayOfMonth', 1),
  gives('dayOfWeek', 1),
  gives('dayOfYear', 336),
  gives('hour', 16),
  gives('minute', 5),
  gives('second', 6),
  gives('millisecond', 789),
  gives('week', 48),
  gives('isoWeek', 48),
  gives('isoDayOfWeek', 7),
  gives('isoWeekYear', 2024),
  is('week of the days before the first Sunday', ({ $ }) => $.week('$first'), 0),
  is('isoWeek of the last year', ({ $ }) => $.isoWeek('$first'), 52),
  is('isoWeekYear of the last year', ({ $ }) => $.isoWeekYear('$first'), 2021),
  is(
    'dateToString',
    ({ $ }) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' }),
    '2024-12-01 16:05:06.789',
  ),
  is(
    'dateToString elsewhere',
    ({ $ }) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H', timezone: 'Asia/Shanghai' }),
    '2024-12-02 00',
  ),
  is(
    'dateToString by an offset',
    ({ $ }) => $.dateToString({ date: '$at', format: '%d %H:%M', timezone: '+08:00' }),
    '02 00:05',
  ),
  is(
    'dateToString of nothing',
    ({ $ }) => $.dateToString({ date: '$none', format: '%Y', onNull: 'never' }),
    'never',
  ),
  is(
    'dateFromParts',
    ({ $ }) => $.dateFromParts({ year: 2024, month: 2, day: 29, hour: 12 }),
    new Date(Date.UTC(2024, 1, 29, 12)),
  ),
  is('dateFromString', ({ $ }) => $.dateFromString({ dateString: '2024-12-01T16:05:06.789Z' }), document.at),
  is('hour elsewhere', ({ $ }) => $.hour({ date: '$at', timezone: 'Asia/Shanghai' }), 0),
  is('dayOfWeek elsewhere', ({ $ }) => $.dayOfWeek({ date: '$at', timezone: '+08:00' }), 2),
  is('a date and a number', ({ $ }) => $.add(['$at', 1000]), new Date(Date.UTC(2024, 11, 1, 16, 5, 7, 789))),
  is('a date less a date', ({ $ }) => $.subtract(['$at', new Date(Date.UTC(2024, 11, 1, 16, 5, 6))]), 789),
  is('a date less a number', ({ $ }) => $.subtract(['$at', 789]), new Date(Date.UTC(2024, 11, 1, 16, 5, 6))),
]
