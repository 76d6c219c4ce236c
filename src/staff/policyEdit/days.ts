import { day } from '../../../domain/time/china'

/** A day or a run of days: 10-1, 10月1日, 10-01~10-07, 10月1日至7日. */
const written =
  /(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?(?:\s*[~～至到—]\s*(?:(\d{1,2})\s*[-月./]\s*)?(\d{1,2})\s*日?)?/g

const key = (at: number): string => new Date(at).toISOString().slice(5, 10)

/**
 * Days of a year as a calendar stores them (`MM-DD`), in order and each once, from what somebody typed or pasted out of a
 * notice. `undefined` when something in it is no day of that year.
 */
export const daysFrom = (text: string, year: number): string[] | undefined => {
  const days = new Set<string>()
  const rest = text.replace(
    written,
    (all, month: string, date: string, lastMonth = month, lastDate = date) => {
      const first = Date.UTC(year, Number(month) - 1, Number(date))
      const last = Date.UTC(year, Number(lastMonth) - 1, Number(lastDate))
      const isDay = (at: number, m: string, d: string) =>
        key(at) === `${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
      if (!isDay(first, month, date) || !isDay(last, lastMonth, lastDate) || last < first) return all
      for (let at = first; at <= last; at += day) days.add(key(at))
      return ''
    },
  )
  return /[^\s,，、;；]/.test(rest) ? undefined : [...days].sort()
}

/** Spans of a working day in minutes after midnight, from 8:30-12:00 14:00-18:00; `undefined` when it is none. */
export const hoursFrom = (text: string): [number, number][] | undefined => {
  const spans: [number, number][] = []
  const rest = text.replace(
    /(\d{1,2})[:：](\d{2})\s*[-~～至到—]\s*(\d{1,2})[:：](\d{2})/g,
    (_, h1: string, m1: string, h2: string, m2: string) => {
      spans.push([Number(h1) * 60 + Number(m1), Number(h2) * 60 + Number(m2)])
      return ''
    },
  )
  const ends = spans.flat()
  const inOrder = ends.every((end, n) => end <= 24 * 60 && (n === 0 || end > (ends[n - 1] ?? 0)))
  return /[^\s,，、;；]/.test(rest) || !spans.length || !inOrder ? undefined : spans
}

/** The other way round: 8:30-12:00 14:00-18:00. */
export const hoursWords = (spans: readonly (readonly [number, number])[]): string =>
  spans.map(([from, to]) => `${clockWords(from)}-${clockWords(to)}`).join(' ')

const clockWords = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
