import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TierWords } from '../../../contract/requestView'
import type { Tier } from '../../../contract/tiers'
import type { ClockRule, DeadlinePolicy } from '../../../domain/deadline/deadlinePolicy'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Tiles } from '../../design/Tiles/Tiles'
import type { FormProps } from './forms'
import {
  lengthOf,
  type LengthUnit,
  lengthUnits,
  lengthWords,
  spokenLength,
  type SpokenLength,
  withLength,
} from './length'

const clocks = { accept: '多久受理', reply: '多久回话', resolve: '多久办好' } as const
type ClockKey = keyof typeof clocks

/** 办理期限: how long each tier has; warnings keep their place in it. */
export const DeadlineForm = ({
  policy,
  onChange,
  wrong,
  tierWords,
}: FormProps<DeadlinePolicy> & { tierWords: TierWords }) => {
  const change = (tier: Tier, clock: ClockKey) => (rule: ClockRule) =>
    onChange({
      ...policy,
      tiers: { ...policy.tiers, [tier]: { ...policy.tiers[tier], [clock]: rule } },
    })
  return (
    <View>
      {tierWords.map(({ tier, words }) => (
        <Card key={tier} title={words}>
          {(Object.keys(clocks) as ClockKey[]).map(clock => (
            <LengthRow
              key={clock}
              name={`${words}${clocks[clock]}`}
              short={clocks[clock]}
              rule={policy.tiers[tier][clock]}
              onChange={change(tier, clock)}
              error={wrong(`tiers.${tier}.${clock}`)}
            />
          ))}
        </Card>
      ))}
    </View>
  )
}

interface RowProps {
  name: string
  short: string
  rule: ClockRule
  onChange: (rule: ClockRule) => void
  error: string | undefined
}

const LengthRow = ({ name, short, rule, onChange, error }: RowProps) => {
  const [open, setOpen] = useState(false)
  const spoken = spokenLength(rule.length)
  const [typed, setTyped] = useState(spoken)
  // A number that is none (yet) goes to the cloud as 0, which names this row.
  const say = (next: SpokenLength) => {
    setTyped(next)
    onChange(withLength(rule, lengthOf(next)))
  }
  if (!open && !error)
    return (
      <View className="edit__row">
        <View>{short}</View>
        <Button label={`${name}：${lengthWords(spoken)}，改`} onPress={() => setOpen(true)}>
          {lengthWords(spoken)}
        </Button>
      </View>
    )
  return (
    <View className="edit__part">
      <Field
        label={`${name}，数目`}
        value={typed.count ? String(typed.count) : ''}
        onChange={value => say({ ...typed, count: Number(value.replace(/\D/g, '')) })}
        most={5}
        {...(error && { error })}
      />
      <Tiles<LengthUnit>
        label={`${name}，单位`}
        choices={lengthUnits}
        chosen={typed.unit}
        onChoose={unit => say({ ...typed, unit })}
      />
      <Button onPress={() => setOpen(false)}>好了</Button>
    </View>
  )
}
