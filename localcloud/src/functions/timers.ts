import { CronExpressionParser } from 'cron-parser'
import type { Environment } from '../environment'
import type { Answered, FunctionHost, Trigger } from './functionHost'

/**
 * When a trigger fires next after `now` (ms). WeChat's cron has seven fields, the last is the year, and is read in
 * China time. https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html
 * @throws for an expression with another number of fields
 */
export const nextFiring = ({ config }: Pick<Trigger, 'config'>, now: number): number => {
  const fields = config.trim().split(/\s+/)
  if (fields.length !== 7) throw new Error(`a timer needs seven fields (second … year), not "${config}"`)
  const years = fields[6] as string
  const times = CronExpressionParser.parse(fields.slice(0, 6).join(' '), {
    currentDate: new Date(now),
    tz: 'Asia/Shanghai',
  })
  for (;;) {
    const at = times.next().getTime()
    const year = new Date(at + 8 * 60 * 60 * 1000).getUTCFullYear()
    if (matchesYear(years, year)) return at
    if (year > 2099) return Infinity
    times.reset(new Date(Date.UTC(year + 1, 0, 1) - 8 * 60 * 60 * 1000 - 1))
  }
}

/** `*`, `2026`, `2026-2028`, `2026,2028`, `*\/2`. */
const matchesYear = (years: string, year: number): boolean =>
  years.split(',').some(part => {
    const [range = '', step = '1'] = part.split('/')
    const [from = '', to = from] = range === '*' ? ['1970', '2099'] : range.split('-')
    return year >= Number(from) && year <= Number(to) && (year - Number(from)) % Number(step) === 0
  })

/** Calls a function as its timer does. */
export const fireTimer = (
  host: FunctionHost,
  environment: Environment,
  fn: string,
  name: string,
): Promise<Answered> =>
  host.call(
    fn,
    { Type: 'Timer', TriggerName: name, Time: new Date(environment.now()).toISOString() },
    { env: environment.id, source: 'wx_trigger', offset: environment.offset },
  )

/** Fires a trigger again and again until the function that is given back is called; one that is late is not repeated. */
export const keepFiring = (trigger: Trigger, fire: () => Promise<unknown>): (() => void) => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const plan = () => {
    const next = nextFiring(trigger, Date.now())
    if (next === Infinity) return
    // A longer wait than setTimeout takes is waited for in parts.
    const wait = Math.min(next - Date.now(), 2 ** 31 - 1)
    timer = setTimeout(() => {
      if (Date.now() < next) return plan()
      void fire().finally(() => {
        if (!stopped) plan()
      })
    }, wait)
  }
  plan()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
