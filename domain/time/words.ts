import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { day, hour, minute, startOfDay } from './china'

dayjs.extend(utc)

/** UTC+8, in the hours dayjs wants. */
const china = (at: number) => dayjs.utc(at).utcOffset(8)

/** When something is, as a neighbour says it: 今天 15:30, 明天 9:00, 11月25日 17:00; with the year when it is another. */
export const whenWords = (at: number, now: number): string => {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / day)
  const near = { '-1': '昨天', 0: '今天', 1: '明天', 2: '后天' }[days]
  if (near) return `${near} ${china(at).format('H:mm')}`
  return china(at).format(china(at).year() === china(now).year() ? 'M月D日 H:mm' : 'YYYY年M月D日 H:mm')
}

/** A day with its year, for what may be long ago: 2024年3月5日. */
export const fullDateWords = (at: number): string => china(at).format('YYYY年M月D日')

/** A day: 11月25日. */
export const dateWords = (at: number): string => china(at).format('M月D日')

/** How long until something is due, or since it was: 还有2小时, 还有3天, 已超时40分钟. */
export const leftWords = (dueAt: number, now: number): string =>
  dueAt >= now ? `还有${lengthWords(dueAt - now)}` : `已超时${lengthWords(now - dueAt)}`

/** A length of time (ms) in its largest unit: minutes below two hours, hours below two days, then days. */
export const lengthWords = (ms: number): string => {
  if (ms < 2 * hour) return `${Math.max(1, Math.floor(ms / minute))}分钟`
  if (ms < 2 * day) return `${Math.floor(ms / hour)}小时`
  return `${Math.floor(ms / day)}天`
}
