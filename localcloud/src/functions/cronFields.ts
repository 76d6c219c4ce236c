interface CronField {
  name: string
  least: number
  most: number
  /** Words that may stand for numbers, the first for `least`. */
  words?: readonly string[]
}

/**
 * The fields of a timer, in their order, as WeChat's page on triggers has them: numbers, words for months and weekdays,
 * and `, - * /`. What Tencent's own functions know beyond (`? L W #`) is not on that page.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloud/guide/functions/triggers.html, read 2026-11-25;
 * for comparison https://cloud.tencent.com/document/product/583/9708
 */
export const cronFields: readonly CronField[] = [
  { name: 'second', least: 0, most: 59 },
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day', least: 1, most: 31 },
  {
    name: 'month',
    least: 1,
    most: 12,
    words: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
  },
  { name: 'weekday', least: 0, most: 6, words: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] },
  { name: 'year', least: 1970, most: 2099 },
]

/** Refuses a timer that the service does not take. Throws a sentence that names the field and the timer. */
export const refuseCron = (config: string, texts: readonly string[]): void => {
  if (texts.length !== cronFields.length)
    throw new Error(
      `a timer has seven fields (${cronFields.map(({ name }) => name).join(' ')}), not "${config}"`,
    )
  for (const [n, field] of cronFields.entries()) {
    const text = texts[n] as string
    if (!text.split(',').every(part => isPart(part, field)))
      throw new Error(`"${text}" is no ${field.name}, in the timer "${config}": ${told(field)}`)
  }
}

/** `*`, one value or a range of them, and what may follow: `/` and a step. */
const isPart = (part: string, field: CronField): boolean => {
  const [, values = '', step] = /^([^/]+)(?:\/(\d+))?$/.exec(part) ?? []
  if (step !== undefined && Number(step) < 1) return false
  if (values === '*') return true
  const [from, to = from, ...more] = values.split('-').map(value => numberOf(value, field))
  return !more.length && from !== undefined && to !== undefined && from <= to
}

const numberOf = (value: string, { least, most, words = [] }: CronField): number | undefined => {
  if (words.includes(value)) return least + words.indexOf(value)
  return /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most ? Number(value) : undefined
}

const told = ({ least, most, words }: CronField): string =>
  `numbers from ${least} to ${most}${words ? ` or ${words[0]} to ${words.at(-1)}` : ''}, with , - * /`
