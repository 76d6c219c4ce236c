import { chinaDate } from '../time/china'
import type { Post } from './post'

/** Whether the officer's service hours include the instant `at` (ms). */
export const onDuty = (duty: Post['duty'], at: number): boolean => {
  const { weekday, minutes } = chinaDate(at)
  return duty.days.includes(weekday) && duty.from <= minutes && minutes < duty.to
}

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** Service hours in words: 周一至周五 8:30–18:00. */
export const dutyWords = ({ days, from, to }: Post['duty']): string => {
  const sorted = [...days].sort((a, b) => a - b)
  const first = sorted[0] ?? 1
  const last = sorted.at(-1) ?? 7
  const run = sorted.length === last - first + 1
  const which =
    sorted.length === 7
      ? '每天'
      : run && sorted.length > 1
        ? `${weekdays[first]}至${weekdays[last]}`
        : sorted.map(day => weekdays[day]).join('、')
  return `${which} ${hour(from)}–${hour(to)}`
}

const hour = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
