import { View } from '@tarojs/components'
import { useState } from 'react'
import { policyService } from '../../../contract/policy'
import { type Tier, tiers } from '../../../contract/tiers'
import type { TierPreset } from '../../../domain/triage/tierPreset'
import { client } from '../../cloud/client'
import { CloudError } from '../../cloud/CloudError'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import type { FormProps } from './forms'

const { read } = client(policyService)

/** The two that ship, by what they do with urgency. */
const presets = [
  { value: 'letter', words: '急事单独一级：A 急事，B 网格，C 街区，D 街道', id: 'tiers:1' },
  { value: 'flag', words: '按谁牵头分级：A 网格，B 社区，C 街道，D 区级；急事另外标', id: 'tiers:2' },
] as const

type Part = 'letters' | 'words'
type Side = 'resident' | 'staff'

/** 级别叫法: one of the two presets, and what residents and staff read for each letter. */
export const TiersForm = ({ policy, onChange, wrong }: FormProps<TierPreset>) => {
  const [error, setError] = useState<string>()
  // Where a letter is the way of handling, both are renamed at once.
  const inStep = tiers.every(tier =>
    (['resident', 'staff'] as const).every(side => policy.letters[tier][side] === policy.words[tier][side]),
  )
  const choose = async (value: TierPreset['urgent']) => {
    const id = presets.find(preset => preset.value === value)?.id ?? ''
    setError(undefined)
    try {
      onChange(JSON.parse((await read({ id })).body) as TierPreset)
    } catch (failed) {
      if (!(failed instanceof CloudError)) throw failed
      setError(failed.message)
    }
  }
  const rename = (part: Part, tier: Tier, side: Side) => (said: string) => {
    const named = (one: Part) => ({ ...policy[one], [tier]: { ...policy[one][tier], [side]: said } })
    onChange({
      ...policy,
      ...(part === 'letters' || inStep ? { letters: named('letters') as TierPreset['letters'] } : {}),
      ...(part === 'words' || inStep ? { words: named('words') as TierPreset['words'] } : {}),
    })
  }
  const names = (part: Part, what: string) =>
    tiers.map(tier => (
      <Card key={tier} title={`${what} ${tier}`}>
        {(['resident', 'staff'] as const).map(side => (
          <Field
            key={side}
            label={`${what} ${tier}，${side === 'resident' ? '居民看到' : '工作人员看到'}`}
            value={policy[part][tier][side]}
            onChange={rename(part, tier, side)}
            most={side === 'resident' ? 8 : 10}
            {...errorAt(wrong(`${part}.${tier}.${side}`))}
          />
        ))}
      </Card>
    ))
  return (
    <View>
      <Tiles
        label="怎样分级"
        choices={presets}
        chosen={policy.urgent}
        onChoose={value => void choose(value)}
      />
      {error && <Notice kind="danger">{error}</Notice>}
      {names('letters', '级别')}
      {!inStep && <View className="edit__heading">四种办法（工作人员改级别时选，记录里也这样写）</View>}
      {!inStep && names('words', '办法')}
    </View>
  )
}

const errorAt = (error: string | undefined) => (error === undefined ? {} : { error })
