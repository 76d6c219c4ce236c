import { View } from '@tarojs/components'
import { useState } from 'react'
import { categories, type Category, categoryWords } from '../../../contract/categories'
import type { TierWords } from '../../../contract/requestView'
import type { Tier } from '../../../contract/tiers'
import type { TriageRule } from '../../../domain/triage/triagePolicy'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Tick } from '../../design/Tick/Tick'
import { Tiles } from '../../design/Tiles/Tiles'

interface Props {
  rule: TriageRule
  title: string
  tierWords: TierWords
  onDone: (rule: TriageRule) => void
  onCancel: () => void
  onRemove?: () => void
}

const categoryChoices = [
  { value: 'none', words: '不定类别' },
  ...categories.map(value => ({ value, words: categoryWords[value] })),
] as const

/** Groups of words as they are typed: blanks, commas and lines stand between words. */
const tidy = (words: string): string =>
  words
    .split(/[\s,，、]+/)
    .filter(Boolean)
    .join(' ')

/** One rule: the words it looks for, what it makes of them, and its sentence for residents. */
export const RuleForm = ({ rule, title, tierWords, onDone, onCancel, onRemove }: Props) => {
  const [groups, setGroups] = useState<string[]>([...rule.all])
  const [none, setNone] = useState(rule.none ?? '')
  const [because, setBecause] = useState(rule.because)
  const [tier, setTier] = useState<Tier>(rule.tier)
  const [category, setCategory] = useState<Category | 'none'>(rule.category ?? 'none')
  const [decides, setDecides] = useState(rule.decides ?? false)
  const [choosing, setChoosing] = useState(false)
  const [asked, setAsked] = useState(false)
  const all = groups.map(tidy).filter(Boolean)
  const done = () => {
    if (!all.length || !because.trim()) return setAsked(true)
    const { none: _, category: __, decides: ___, danger: ____, ...rest } = rule
    onDone({
      ...rest,
      tier,
      all,
      because: because.trim(),
      ...(tidy(none) && { none: tidy(none) }),
      ...(category !== 'none' && { category }),
      // Danger, and nothing else, is tier A; it is always weighed.
      ...(tier === 'A' ? { danger: true } : decides && { decides }),
    })
  }
  return (
    <Card title={title}>
      {groups.map((group, n) => (
        <Field
          key={n}
          long
          label={n === 0 ? '出现哪些词（写一个或几个）' : `同时还要出现哪些词（${n}）`}
          hint="老榕树 古榕"
          value={group}
          onChange={said => setGroups(groups.map((one, at) => (at === n ? said : one)))}
          most={5000}
          {...(asked && !all.length && n === 0 && { error: '请至少写一个词。' })}
        />
      ))}
      <Button onPress={() => setGroups([...groups, ''])}>再加一组同时要出现的词</Button>
      <View className="edit__part">
        <Field label="出现这些词就不算（可以不写）" value={none} onChange={setNone} most={5000} />
      </View>
      <Tiles
        label="定什么级别"
        choices={tierWords.map(({ tier: value, words }) => ({ value, words }))}
        chosen={tier}
        onChoose={setTier}
      />
      {choosing ? (
        <Tiles label="定什么类别" choices={categoryChoices} chosen={category} onChoose={setCategory} />
      ) : (
        <Button onPress={() => setChoosing(true)}>
          {`类别：${category === 'none' ? '不定' : categoryWords[category]}，点这里改`}
        </Button>
      )}
      {tier !== 'A' && (
        <Tick ticked={decides} onChange={setDecides}>
          机器怎么看都按这条定
        </Tick>
      )}
      <Field
        long
        label="给居民的理由，一句话"
        hint="写 {words} 的地方会换成居民说到的词"
        value={because}
        onChange={setBecause}
        most={200}
        {...(asked && !because.trim() && { error: '请写一句居民看得懂的理由。' })}
      />
      <Button kind="main" onPress={done}>
        记下这条规则
      </Button>
      {onRemove && (
        <View className="edit__part">
          <Button onPress={onRemove}>去掉这条规则</Button>
        </View>
      )}
      <View className="edit__part">
        <Button onPress={onCancel}>不改</Button>
      </View>
    </Card>
  )
}
