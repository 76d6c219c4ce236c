import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ClockRule } from '../../../domain/deadline/deadlinePolicy'
import { Tick } from '../../design/Tick/Tick'
import { LengthFields } from './LengthFields'
import { withLength } from './length'
import { StepsFields } from './StepsFields'
import { spokenSteps, stepsOf } from './steps'

interface Props {
  name: string
  rule: ClockRule
  onChange: (rule: ClockRule) => void
  /** What else can be said of this clock. */
  flag?: 'staffOnly' | 'callback'
}

const flagWords = {
  staffOnly: '只给工作人员看，不向居民承诺',
  callback: '没等到确认，先打一次电话再等一轮',
} as const

/** One clock: how long it is, when it tells whom, and what is particular to it. */
export const ClockFields = ({ name, rule, onChange, flag }: Props) => {
  const [said, setSaid] = useState(() => spokenSteps(rule))
  return (
    <View>
      <LengthFields
        name={name}
        length={rule.length}
        onChange={length => {
          const changed = withLength(rule, length)
          setSaid(spokenSteps(changed))
          onChange(changed)
        }}
      />
      <StepsFields
        name={name}
        steps={said}
        onChange={steps => {
          setSaid(steps)
          onChange({ ...rule, steps: stepsOf(steps, rule.length) })
        }}
      />
      {flag && (
        <Tick
          ticked={rule[flag] ?? false}
          onChange={ticked => {
            const { [flag]: _, ...rest } = rule
            onChange(ticked ? { ...rest, [flag]: true } : rest)
          }}
        >
          {flagWords[flag]}
        </Tick>
      )}
    </View>
  )
}
