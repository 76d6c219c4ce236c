import type { ClockRule, Length, Level, StepRule } from '../../../domain/deadline/deadlinePolicy'

export type Told = Level | 'reporter'

/** Whom a clock can tell, from below to above. */
export const toldChoices = [
  { value: 'reporter', words: '居民' },
  { value: 'handler', words: '经办人' },
  { value: 'backup', words: '街区负责人' },
  { value: 'community', words: '社区值班' },
  { value: 'street', words: '街道值班' },
] as const satisfies readonly { value: Told; words: string }[]

/** How an officer says when a clock speaks: on the day, at so many hundredths of the time, or after so many minutes. */
export type SpokenStep = { tell: readonly Told[] } & (
  { due: true } | { percent: number } | { minute: number }
)

/** The steps of a clock as they are said. */
export const spokenSteps = ({ steps }: ClockRule): SpokenStep[] =>
  steps.map(({ tell, ...when }) => {
    if ('minutes' in when) return { tell, minute: when.minutes }
    return when.share === 1 ? { tell, due: true } : { tell, percent: Math.round(when.share * 100) }
  })

/** The steps that were said, as policies store them: in the order in which they come. */
export const stepsOf = (said: readonly SpokenStep[], length: Length): StepRule[] =>
  said
    .map((one): StepRule => {
      const { tell } = one
      if ('minute' in one) return { minutes: one.minute, tell }
      return { share: 'due' in one ? 1 : one.percent / 100, tell }
    })
    .sort((a, b) => shareOf(a, length) - shareOf(b, length))

const shareOf = (step: StepRule, length: Length): number =>
  'share' in step ? step.share : step.minutes / ('minutes' in length ? length.minutes : 1)

/** When it speaks, in words: 到期时, 走到 80% 时, 第 10 分钟. */
export const whenWords = (step: SpokenStep): string => {
  if ('due' in step) return '到期时'
  return 'minute' in step ? `第 ${step.minute} 分钟` : `走到 ${step.percent}% 时`
}
