/** UTC+8 all year in ms: China has had no summer time since 1991. Functions run in UTC and phones anywhere. */
const offset = 8 * 3_600_000
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** A moment on the wall clock in China. `weekday` runs from 1 (Monday) to 7; `minutes` are those since midnight. */
export interface ChinaDate {
  year: number
  month: number
  day: number
  weekday: number
  minutes: number
}

/** The wall clock in China at an instant (ms). */
export const chinaDate = (at: number): ChinaDate => {
  const shifted = new Date(at + offset)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay() || 7,
    minutes: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
  }
}

/** The instant (ms) of a wall-clock time in China; a day or month beyond its end rolls over. */
export const chinaInstant = (year: number, month: number, dayOfMonth: number, minutes = 0): number =>
  Date.UTC(year, month - 1, dayOfMonth) - offset + minutes * minute

/** The instant (ms) of the last midnight in China at or before `at`. */
export const startOfDay = (at: number): number => Math.floor((at + offset) / day) * day - offset

/** The instant (ms) at which the month in China began that `at` lies in. */
export const startOfMonth = (at: number): number => {
  const { year, month } = chinaDate(at)
  return chinaInstant(year, month, 1)
}

/** `YYYY-MM-DD` in China. */
export const dayKey = (at: number): string => {
  const { year, month, day: dayOfMonth } = chinaDate(at)
  return `${year}-${two(month)}-${two(dayOfMonth)}`
}

const two = (n: number) => String(n).padStart(2, '0')
