import { CronExpressionParser } from 'cron-parser'
import type { Trigger } from './functionHost'

/** When a trigger fires next after `now` (ms). WeChat's cron has seven fields; the last is the year. */
export const nextFiring = ({ config }: Trigger, now: number): number => {
  const fields = config.trim().split(/\s+/)
  if (fields.length !== 7) throw new Error(`a timer needs seven fields (second … year), not "${config}"`)
  // WeChat reads the fields in China time. https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html
  return CronExpressionParser.parse(fields.slice(0, 6).join(' '), {
    currentDate: new Date(now),
    tz: 'Asia/Shanghai',
  })
    .next()
    .getTime()
}

/** Fires a trigger again and again until the function that is given back is called. */
export const keepFiring = (trigger: Trigger, fire: () => Promise<unknown>): (() => void) => {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const plan = () => {
    const wait = Math.min(nextFiring(trigger, Date.now()) - Date.now(), 2 ** 31 - 1)
    timer = setTimeout(() => {
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
