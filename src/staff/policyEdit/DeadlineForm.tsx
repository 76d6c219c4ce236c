import { View } from '@tarojs/components'
import type { TierWords } from '../../../contract/requestView'
import type { ClockRule, DeadlinePolicy, TierClocks } from '../../../domain/deadline/deadlinePolicy'
import { Card } from '../../design/Card/Card'
import { ClockFields } from './ClockFields'
import { type ClockKey, clocksOf, clockWords, flagOf, freshClocks } from './clockForms'
import { FoldRow } from './FoldRow'
import type { FormProps } from './forms'
import { lengthWords, spokenLength } from './length'
import { MovingRows } from './MovingRows'

/** 办理期限: every clock of each tier with its warnings, what may move it, and the answer to an objection. */
export const DeadlineForm = ({
  policy,
  onChange,
  wrong,
  tierWords,
}: FormProps<DeadlinePolicy> & { tierWords: TierWords }) => (
  <View>
    {tierWords.map(({ tier, words }) => (
      <TierCard
        key={tier}
        words={words}
        isDanger={tier === 'A'}
        clocks={policy.tiers[tier]}
        keys={clocksOf(tier, policy.tiers[tier])}
        onChange={clocks => onChange({ ...policy, tiers: { ...policy.tiers, [tier]: clocks } })}
        wrong={part => wrong(`tiers.${tier}.${part}`)}
      />
    ))}
    <Card title="居民有意见">
      <ClockRow
        name="居民对级别的意见多久答复"
        short="多久答复"
        rule={policy.objection}
        error={wrong('objection')}
        onChange={objection => onChange({ ...policy, objection })}
      />
    </Card>
  </View>
)

interface TierProps {
  words: string
  isDanger: boolean
  clocks: TierClocks
  keys: readonly ClockKey[]
  onChange: (clocks: TierClocks) => void
  wrong: (part: keyof TierClocks) => string | undefined
}

const TierCard = ({ words, isDanger, clocks, keys, onChange, wrong }: TierProps) => {
  const without = (key: ClockKey) => {
    const { [key]: _, ...rest } = clocks
    onChange(rest as TierClocks)
  }
  return (
    <Card title={words}>
      {keys.map(key => {
        const fresh = freshClocks[key]
        const flag = flagOf[key]
        return (
          <ClockRow
            key={key}
            name={`${words}${clockWords[key]}`}
            short={clockWords[key]}
            rule={clocks[key]}
            error={wrong(key)}
            {...(flag && { flag })}
            {...(fresh && {
              onAdd: () => onChange({ ...clocks, [key]: fresh }),
              onRemove: () => without(key),
            })}
            onChange={rule => onChange({ ...clocks, [key]: rule })}
          />
        )
      })}
      <MovingRows words={words} clocks={clocks} onChange={onChange} wrong={wrong} isDanger={isDanger} />
    </Card>
  )
}

interface RowProps {
  name: string
  short: string
  rule: ClockRule | undefined
  error: string | undefined
  flag?: 'staffOnly' | 'callback'
  onAdd?: () => void
  onRemove?: () => void
  onChange: (rule: ClockRule) => void
}

const ClockRow = ({ name, short, rule, error, flag, onAdd, onRemove, onChange }: RowProps) => (
  <FoldRow
    name={name}
    short={short}
    words={rule && lengthWords(spokenLength(rule.length))}
    error={error}
    {...(onAdd && { onAdd })}
    {...(onRemove && { onRemove })}
  >
    {rule && <ClockFields name={name} rule={rule} onChange={onChange} {...(flag && { flag })} />}
  </FoldRow>
)
