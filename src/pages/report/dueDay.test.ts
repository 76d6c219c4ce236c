import { chinaInstant } from '../../../domain/time/china'
import { dueDay } from './dueDay'

const now = chinaInstant(2026, 11, 25, 9 * 60)

it.each([
  ['12-3', chinaInstant(2026, 12, 4)],
  ['12月3日', chinaInstant(2026, 12, 4)],
  [' 11/25 ', chinaInstant(2026, 11, 26)],
  // It was yesterday: so it is meant of next year.
  ['11.24', chinaInstant(2027, 11, 25)],
  ['2-29', undefined],
  ['13-1', undefined],
  ['明天', undefined],
  ['', undefined],
])('reads %j as the end of that day', (words, at) => expect(dueDay(words, now)).toBe(at))
