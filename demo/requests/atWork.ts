import type { Post } from '../../domain/account/post'
import { chinaDate, chinaInstant, day } from '../../domain/time/china'

/** The first instant from `at` (ms) on at which the officer is in service hours; a few minutes into them when it had to wait. */
export const atWork = (duty: Post['duty'], at: number, settling: number): number => {
  for (let later = 0; later < 8; later++) {
    const { year, month, day: date, weekday, minutes } = chinaDate(at + later * day)
    if (!duty.days.includes(weekday)) continue
    const start = chinaInstant(year, month, date, duty.from)
    if (later > 0 || minutes < duty.from) return start + settling
    if (minutes < duty.to) return at
  }
  return at
}
