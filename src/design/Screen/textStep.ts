import { recall, remember } from '../../platform/storage'
import { systemTextStep } from '../../platform/textSize'

const key = 'textStep'

/** Text steps a person can choose from; the last is as large as WeChat's own largest. */
export const textSteps = [
  { step: 1, name: '标准' },
  { step: 1.25, name: '大字' },
  { step: 1.5, name: '特大字' },
] as const

/** How much larger than standard text is shown: what the person chose here, else what the phone is set to. */
export const textStep = (): number => recall<number>(key) ?? systemTextStep()

/** Keeps the chosen step on this phone. */
export const chooseTextStep = (step: number): void => remember(key, step)
