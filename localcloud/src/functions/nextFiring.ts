import { CronExpressionParser } from 'cron-parser'
import { cronFields, refuseCron } from './cronFields'

const chinaMs = 8 * 60 * 60 * 1000
const { least: firstYear, most: lastYear } = cronFields.at(-1) as { least: number; most: number }

/**
 * When a trigger fires next after `now` (ms); `Infinity` when never again. The fields are read in China time; with a day
 * and a weekday given, either will do. `1/10` means every ten from the first on.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html
 * @throws a sentence for an expression that the service does not take
 */
export const nextFiring = ({ config }: { config: string }, now: number): number => {
  const fields = String(config).trim().split(/\s+/)
  refuseCron(config, fields)
  const years = fields[6] as string
  const times = parse(fields.slice(0, 6).join(' '), config, now)
  for (;;) {
    const at = times.next().getTime()
    const year = new Date(at + chinaMs).getUTCFullYear()
    if (matchesYear(years, year)) return at
    if (year > lastYear) return Infinity
    times.reset(new Date(Date.UTC(year + 1, 0, 1) - chinaMs - 1))
  }
}

const parse = (fields: string, config: string, now: number) => {
  try {
    return CronExpressionParser.parse(fields, { currentDate: new Date(now), tz: 'Asia/Shanghai' })
  } catch (error) {
    throw new Error(`the timer "${config}" cannot be read: ${(error as Error).message}`)
  }
}

/** `*`, `2026`, `2026-2028`, `2026,2028`, `*\/2`, `2026/2`. */
const matchesYear = (years: string, year: number): boolean =>
  years.split(',').some(part => {
    const [range = '', step] = part.split('/')
    const [from = 0, to] = range === '*' ? [firstYear, lastYear] : range.split('-').map(Number)
    const last = to ?? (step === undefined ? from : lastYear)
    return year >= from && year <= last && (year - from) % Number(step ?? 1) === 0
  })
