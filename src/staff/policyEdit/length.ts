import type { ClockRule, Length, StepRule } from '../../../domain/deadline/deadlinePolicy'

/** How an officer says a length of time: two of the units are so many of another. */
export const lengthUnits = [
  { value: 'minutes', words: '分钟' },
  { value: 'hours', words: '小时' },
  { value: 'workingMinutes', words: '工作分钟' },
  { value: 'workingHours', words: '工作小时' },
  { value: 'workingDays', words: '工作日' },
  { value: 'days', words: '天' },
] as const
export type LengthUnit = (typeof lengthUnits)[number]['value']

export interface SpokenLength {
  count: number
  unit: LengthUnit
}

/** A length in the largest unit that says it in whole numbers. */
export const spokenLength = (length: Length): SpokenLength => {
  if ('days' in length) return { count: length.days, unit: 'days' }
  if ('workingDays' in length) return { count: length.workingDays, unit: 'workingDays' }
  if ('minutes' in length)
    return length.minutes % 60
      ? { count: length.minutes, unit: 'minutes' }
      : { count: length.minutes / 60, unit: 'hours' }
  return length.workingMinutes % 60
    ? { count: length.workingMinutes, unit: 'workingMinutes' }
    : { count: length.workingMinutes / 60, unit: 'workingHours' }
}

/** The length that was said, as policies store it. */
export const lengthOf = ({ count, unit }: SpokenLength): Length => {
  if (unit === 'hours') return { minutes: count * 60 }
  if (unit === 'workingHours') return { workingMinutes: count * 60 }
  return { [unit]: count } as unknown as Length
}

/** In words: 24 小时, 3 个工作日. */
export const lengthWords = ({ count, unit }: SpokenLength): string => {
  const words = lengthUnits.find(({ value }) => value === unit)?.words ?? ''
  return `${count} ${words.startsWith('工作') ? '个' : ''}${words}`
}

/**
 * The clock with another length. Warnings in minutes keep their share of it: minutes may lie beyond the new end, and go
 * with no other unit.
 */
export const withLength = (rule: ClockRule, length: Length): ClockRule => {
  const before = rule.length
  const shared = (step: StepRule): StepRule =>
    'minutes' in step && 'minutes' in before
      ? { share: Math.round((step.minutes / before.minutes) * 100) / 100, tell: step.tell }
      : step
  return { ...rule, length, steps: rule.steps.map(shared) }
}
