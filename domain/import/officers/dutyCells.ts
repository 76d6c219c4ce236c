import type { DutyHours } from '../../account/post'
import { dayWords } from '../../account/onDuty'
import type { Cells } from '../Cells'

/** What a new post has when the file does not say. */
const usual: DutyHours = { days: [1, 2, 3, 4, 5], from: 8 * 60 + 30, to: 18 * 60 }

const names = '一二三四五六日'

/** The service hours of a row; a column that is not in the file leaves what was. */
export const readDuty = (cells: Cells, was: DutyHours | undefined): DutyHours => {
  const before = was ?? usual
  const days = cells.raw('days') === undefined ? before.days : (readDays(cells) ?? before.days)
  const from = cells.raw('start') === undefined ? before.from : (readTime(cells, 'start') ?? before.from)
  const to = cells.raw('end') === undefined ? before.to : (readTime(cells, 'end') ?? before.to)
  if (to <= from) cells.fault('hoursReversed', 'end')
  // In whatever order they were written before.
  return { days: dayWords(days) === dayWords(before.days) ? before.days : days, from, to }
}

const readDays = (cells: Cells): number[] | undefined => {
  const text = (cells.raw('days') ?? '')
    .normalize('NFKC')
    .replace(/星期|礼拜|周/g, '')
    .replace(/天/g, '日')
  if (/^(每日|全周|一-日|一至日|1-7)$/.test(text)) return [1, 2, 3, 4, 5, 6, 7]
  const days = text.split(/[、,;\s]+/).flatMap(part => {
    const [, first, last] = /^([一二三四五六日1-7])(?:[至到~-]([一二三四五六日1-7]))?$/.exec(part) ?? []
    if (!first) return [Number.NaN]
    const [from, to] = [dayOf(first), dayOf(last ?? first)]
    return from > to ? [Number.NaN] : Array.from({ length: to - from + 1 }, (_, n) => from + n)
  })
  if (!days.length || days.some(Number.isNaN)) return cells.fault('badDays', 'days')
  return [...new Set(days)].sort((a, b) => a - b)
}

const dayOf = (name: string): number => (/\d/.test(name) ? Number(name) : names.indexOf(name) + 1)

const readTime = (cells: Cells, key: string): number | undefined => {
  const [, hours, minutes] =
    /^(\d{1,2}):(\d{2})(?::00)?$/.exec((cells.raw(key) ?? '').normalize('NFKC')) ?? []
  const at = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && at <= 24 * 60 ? at : cells.fault('badTime', key)
}
