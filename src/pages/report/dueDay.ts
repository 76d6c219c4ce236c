import { chinaDate, chinaInstant, startOfDay } from '../../../domain/time/china'

/**
 * The end of a day (ms) that is written as on a work order: 12-3, 12月3日, 12/3. The next one of that date, today
 * among them; undefined when there is no such day.
 */
export const dueDay = (words: string, now: number): number | undefined => {
  const said = /^\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?\s*$/.exec(words)
  if (!said) return undefined
  const [month, dayOfMonth] = [Number(said[1]), Number(said[2])]
  const { year } = chinaDate(now)
  for (const one of [year, year + 1]) {
    const begins = chinaInstant(one, month, dayOfMonth)
    const is = chinaDate(begins)
    // A day or month beyond its end has rolled over.
    if (is.month !== month || is.day !== dayOfMonth) continue
    if (begins >= startOfDay(now)) return chinaInstant(one, month, dayOfMonth + 1)
  }
  return undefined
}
