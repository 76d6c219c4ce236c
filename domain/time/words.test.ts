import { chinaInstant, day, hour, minute } from './china'
import { leftWords, whenWords } from './words'

const now = chinaInstant(2026, 11, 23, 15 * 60)

it.each([
  [chinaInstant(2026, 11, 23, 15 * 60 + 5), '今天 15:05'],
  [chinaInstant(2026, 11, 24), '明天 0:00'],
  [chinaInstant(2026, 11, 22, 23 * 60 + 59), '昨天 23:59'],
  [chinaInstant(2026, 11, 25, 17 * 60), '后天 17:00'],
  [chinaInstant(2026, 12, 14, 18 * 60), '12月14日 18:00'],
  [chinaInstant(2027, 1, 4, 9 * 60), '2027年1月4日 9:00'],
])('says when', (at, words) => expect(whenWords(at, now)).toBe(words))

it.each([
  [20 * 1000, '还有1分钟'],
  [90 * minute, '还有90分钟'],
  [5 * hour, '还有5小时'],
  [3 * day + hour, '还有3天'],
  [-40 * minute, '已超时40分钟'],
  [-2 * day, '已超时2天'],
])('says how long', (length, words) => expect(leftWords(now + length, now)).toBe(words))
