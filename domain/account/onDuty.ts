import { chinaDate, day, minute, startOfDay } from '../time/china'
import type { DutyHours } from './post'

/** Whether the service hours include the instant `at` (ms). */
export const onDuty = (duty: DutyHours, at: number): boolean => {
  const { weekday, minutes } = chinaDate(at)
  return duty.days.includes(weekday) && duty.from <= minutes && minutes < duty.to
}

/**
 * When that next changes: the end of the present hours while on duty, else the beginning of the next, ms. Undefined when
 * it never does: for hours around the clock, and for none at all.
 */
export const dutyChange = (duty: DutyHours, at: number): number | undefined => {
  const now = onDuty(duty, at)
  for (let midnight = startOfDay(at), n = 0; n < 9; n++, midnight += day) {
    for (const edge of [midnight + duty.from * minute, midnight + duty.to * minute]) {
      if (edge > at && onDuty(duty, edge) !== now) return edge
    }
  }
  return undefined
}

const weekdays = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日']

/** Service hours in words: 周一至周五 8:30–18:00. */
export const dutyWords = ({ days, from, to }: DutyHours): string =>
  `${dayWords(days)} ${hourWords(from)}–${hourWords(to)}`

/** Weekdays in words: 周一至周五, 每天, 周一、周三. */
export const dayWords = (days: readonly number[]): string => {
  const sorted = [...days].sort((a, b) => a - b)
  const first = sorted[0] ?? 1
  const last = sorted.at(-1) ?? 7
  const run = sorted.length === last - first + 1
  if (sorted.length === 7) return '每天'
  return run && sorted.length > 1
    ? `${weekdays[first]}至${weekdays[last]}`
    : sorted.map(day => weekdays[day]).join('、')
}

/** Minutes after midnight as 8:30. */
export const hourWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
