import type { ShownClock, WorkingTime } from '../../contract/requestView'
import { WorkingCalendar } from '../time/calendar'
import { lengthWords, leftWords } from '../time/words'

interface Words {
  /** Whose words: the reporter's, or the staff's. */
  side: 'resident' | 'staff'
  /** The post of whoever has the request, in words. */
  handler?: string
}

/** Whose clock runs, in a word or two: 计时中·网格员, 暂停·等您补充, 已超时·已上报街道. */
export const clockState = (clock: ShownClock, { side, handler }: Words): string => {
  const { name, who, paused, overdue, toldUp } = clock
  const reporter = side === 'resident' ? '您' : '居民'
  if (paused) return `暂停·等${reporter}补充`
  if (who === 'reporter') return `等${reporter}${name === 'answer' ? '补充' : '确认'}`
  if (overdue) return toldUp ? `已超时·已上报${{ community: '社区', street: '街道' }[toldUp]}` : '已超时'
  return name === 'review' ? '挂账中' : `计时中·${handler ?? '待派人'}`
}

/**
 * What is left of a clock, in words, in its own kind of time: 还有3小时, 还有2小时工作时间, 还有3个工作日. The same on the
 * phone and in the cloud, given the same part of the calendar.
 */
export const clockLeft = (clock: ShownClock, now: number, workingTime?: WorkingTime): string => {
  const { dueAt, paused, working, assumed } = clock
  const guess = assumed ? '（按平日估算）' : ''
  if (paused) return `还剩${pausedWords(paused)}${guess}`
  if (!working || !workingTime || dueAt < now) return `${leftWords(dueAt, now)}${guess}`
  const calendar = new WorkingCalendar({ source: '', ...workingTime }).assumingWeekdays()
  const left = calendar.workingTimeBetween(now, dueAt)
  const days = Math.floor(left / calendar.dayLength)
  // Whole days say enough while there are two of them.
  return `还有${days >= 2 ? `${days}个工作日` : `${lengthWords(left)}工作时间`}${guess}`
}

const pausedWords = ({ left, unit }: NonNullable<ShownClock['paused']>): string => {
  if (unit === 'ms') return lengthWords(left)
  if (unit === 'workingMs') return `${lengthWords(left)}工作时间`
  if (left === 0) return '最后一天'
  return `${left}${unit === 'days' ? '天' : '个工作日'}`
}
