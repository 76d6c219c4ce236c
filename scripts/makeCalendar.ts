import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isHoliday, isWorkday } from 'chinese-days'
import { chinaDate, chinaInstant, day, dayKey } from '../domain/time/china'

// Once a year, when the State Council has named the holidays of the next (usually in November):
//   npm install chinese-days@<newest> --save-exact && node scripts/runTypeScript.mjs scripts/makeCalendar.ts 2019 2027
// Rewrites domain/policy/calendar.json; the test beside domain/time/calendar.ts compares every day with the package.

const file = join(process.cwd(), 'domain/policy/calendar.json')
const [first = 0, last = 0] = process.argv.slice(2).map(Number)

const yearOf = (year: number) => {
  const off: string[] = []
  const work: string[] = []
  for (let at = chinaInstant(year, 1, 1); chinaDate(at).year === year; at += day) {
    const key = dayKey(at)
    const weekend = chinaDate(at).weekday > 5
    if (!weekend && isHoliday(key)) off.push(key.slice(5))
    if (weekend && isWorkday(key)) work.push(key.slice(5))
  }
  if (!off.length) throw new Error(`The package does not know the holidays of ${year} yet.`)
  return { source: `国务院办公厅关于${year}年部分节假日安排的通知`, off, work }
}

const years = Object.fromEntries(
  Array.from({ length: last - first + 1 }, (_, n) => [String(first + n), yearOf(first + n)]),
)
const kept = JSON.parse(readFileSync(file, 'utf8')) as object
writeFileSync(file, `${JSON.stringify({ ...kept, years }, null, 2)}\n`)
