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
export const dutyWords = ({ days, from, to }: DutyHours): string => {
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
