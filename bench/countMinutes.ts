import { isWorkday } from 'chinese-days'
import type { Length } from '../domain/deadline/deadlinePolicy'
import calendarData from '../domain/policy/calendar.json'

/** Something that happens to a clock, in minutes since 1970. */
export type Happening = { pause: number; until: number } | { extend: Length; at: number }

const perDay = 24 * 60
/** China is eight hours ahead. */
const ahead = 8 * 60
const first = Date.UTC(2018, 11, 31) / 60_000
const days = 10 * 366

// One flag a minute, from the kept package and a wall clock; nothing of the product's own arithmetic.
const workday = new Uint8Array(days)
for (let n = 0; n < days; n++) {
  workday[n] = Number(isWorkday(new Date((first + n * perDay) * 60_000).toISOString().slice(0, 10)))
}
const open = new Uint8Array(perDay)
for (const [from = 0, to = 0] of calendarData.hours) open.fill(1, from, to)
const close = calendarData.hours.at(-1)?.[1] ?? perDay

/**
 * When a clock falls due, by somebody who sits beside it and counts every minute: slow, and obviously right. All in
 * minutes since 1970.
 *
 * - Minutes and working minutes are counted while the clock runs.
 * - Of whole days, one has begun at each midnight that passes while it runs; it is due when offices close on the day on
 *   which enough have begun. Paused on the last day, it is due at the first close of such a day after the pause.
 */
export const countMinutes = (length: Length, start: number, happenings: readonly Happening[]): number => {
  const [kind, amount] = Object.entries(length)[0] as [string, number]
  const whole = kind === 'days' || kind === 'workingDays'
  let needed = amount
  let counted = 0
  let next = 0
  let paused = -1
  for (let minute = start; ; minute++) {
    const local = minute + ahead - first
    const ofDay = local % perDay
    const dayCounts = kind === 'days' || workday[Math.floor(local / perDay)] === 1
    // Instants: what the clock says at this minute, before the minute itself passes.
    if (whole && minute > start && minute > paused) {
      if (ofDay === 0 && dayCounts) counted++
      if (ofDay === close && dayCounts && counted >= needed) return minute
    }
    if (!whole && counted >= needed) return minute
    // Several may fall into one minute.
    for (
      let given = happenings[next];
      given && 'extend' in given && given.at === minute;
      given = happenings[next]
    ) {
      needed += (Object.values(given.extend) as number[])[0] ?? 0
      next++
    }
    const happening = next < happenings.length ? happenings[next] : undefined
    if (happening && 'pause' in happening && minute === happening.pause) {
      paused = happening.until
      next++
      minute = paused
      const resumed = paused + ahead - first
      const runs = kind === 'days' || workday[Math.floor(resumed / perDay)] === 1
      // It was on its last day, and today has closed: that day is still to come.
      if (whole && counted >= needed && !(runs && resumed % perDay < close)) needed = counted + 1
      minute--
      continue
    }
    if (!whole && (kind === 'minutes' || (dayCounts && open[ofDay]))) counted++
  }
}
