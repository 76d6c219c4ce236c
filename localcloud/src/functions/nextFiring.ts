import { CronExpressionParser } from 'cron-parser'

const chinaMs = 8 * 60 * 60 * 1000
const lastYear = 2099

/**
 * When a trigger fires next after `now` (ms); `Infinity` when never again. WeChat's cron has seven fields, the last is
 * the year, and is read in China time; with a day and a weekday given, either will do.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html
 * @throws a sentence for an expression that is none
 */
export const nextFiring = ({ config }: { config: string }, now: number): number => {
  const fields = String(config).trim().split(/\s+/)
  if (fields.length !== 7)
    throw new Error(`a timer has seven fields (second minute hour day month weekday year), not "${config}"`)
  const years = fields[6] as string
  if (!/^(\*|\d{4}(-\d{4})?)(\/\d+)?(,\d{4}(-\d{4})?(\/\d+)?)*$/.test(years))
    throw new Error(`"${years}" is no year, in the timer "${config}"`)
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

/** `*`, `2026`, `2026-2028`, `2026,2028`, `*\/2`. */
const matchesYear = (years: string, year: number): boolean =>
  years.split(',').some(part => {
    const [range = '', step = '1'] = part.split('/')
    const [from = '', to = from] = range === '*' ? ['1970', String(lastYear)] : range.split('-')
    return year >= Number(from) && year <= Number(to) && (year - Number(from)) % Number(step) === 0
  })
