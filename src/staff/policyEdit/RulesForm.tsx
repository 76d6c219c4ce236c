import { View } from '@tarojs/components'
import { useState } from 'react'
import type { TierWords } from '../../../contract/requestView'
import type { TriagePolicy, TriageRule } from '../../../domain/triage/triagePolicy'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Tag } from '../../design/Tag/Tag'
import type { FormProps } from './forms'
import { RuleForm } from './RuleForm'

/** Rules shown at once: the rest is found by searching. */
const shownMost = 10

/** 分级规则: the rules, found by their words; one is changed, taken out or added at a time. */
export const RulesForm = ({
  policy,
  onChange,
  wrong,
  tierWords,
}: FormProps<TriagePolicy> & { tierWords: TierWords }) => {
  const [sought, setSought] = useState('')
  const [open, setOpen] = useState<string>()
  const { rules } = policy
  const found = rules.filter(rule => matches(rule, sought.trim()))
  const fault = rules.findIndex((_, n) => wrong(`rules.${n}`) !== undefined)
  const isNew = open !== undefined && !rules.some(({ id }) => id === open)
  const put = (rule: TriageRule) => {
    onChange({
      ...policy,
      // A rule keeps its name when its tier changes: traces and reports know it by that.
      rules: isNew
        ? [...rules, { ...rule, id: `${rule.tier.toLowerCase()}${rule.id.slice(1)}` }]
        : rules.map(one => (one.id === open ? rule : one)),
    })
    setOpen(undefined)
  }
  const remove = () => {
    onChange({ ...policy, rules: rules.filter(({ id }) => id !== open) })
    setOpen(undefined)
  }
  const shared = { tierWords, onDone: put, onCancel: () => setOpen(undefined) }
  return (
    <View>
      {isNew && <RuleForm key={open} rule={newRule(open)} title="新的规则" {...shared} />}
      {open === undefined && <Button onPress={() => setOpen(freeId(rules))}>加一条规则</Button>}
      <View className="edit__part">
        <Field label="找规则：里面的词，或者给居民的话" value={sought} onChange={setSought} />
      </View>
      <View className="edit__more">
        {sought.trim() ? `找到 ${found.length} 条` : `一共 ${rules.length} 条`}
        {found.length > shownMost && `，先列 ${shownMost} 条，多写一个词就少一些`}
      </View>
      {found
        .slice(0, shownMost)
        .map(rule =>
          rule.id === open ? (
            <RuleForm key={rule.id} rule={rule} title="改规则" {...shared} onRemove={remove} />
          ) : (
            <RuleCard
              key={rule.id}
              rule={rule}
              tierName={tierWords.find(({ tier }) => tier === rule.tier)?.words ?? rule.tier}
              isWrong={rules[fault]?.id === rule.id}
              onOpen={() => setOpen(rule.id)}
            />
          ),
        )}
      {fault >= 0 && <View className="edit__row--wrong">不对的是这条：{saidBy(rules[fault])}</View>}
    </View>
  )
}

/** Its sentence, with a gap where the words that were seen will stand. */
const saidBy = (rule: TriageRule | undefined): string => rule?.because.replace('{words}', '……') ?? ''

interface CardProps {
  rule: TriageRule
  tierName: string
  isWrong: boolean
  onOpen: () => void
}

const RuleCard = ({ rule, tierName, isWrong, onOpen }: CardProps) => (
  <Card label={`改这条规则：${saidBy(rule)}`} onPress={onOpen}>
    <Tag kind={rule.danger ? 'danger' : 'calm'}>{tierName}</Tag>
    {isWrong ? <Tag kind="danger">这里不对</Tag> : null}
    {rule.decides ? <Tag kind="warn">它说了算</Tag> : null}
    <View>{saidBy(rule)}</View>
    <View className="edit__more">
      {rule.all.map(group => group.split(' ').slice(0, 6).join('、')).join(' ＋ ')}
    </View>
  </Card>
)

const matches = ({ id, because, all }: TriageRule, sought: string): boolean =>
  !sought || id.includes(sought) || because.includes(sought) || all.some(group => group.includes(sought))

const freeId = (rules: readonly TriageRule[]): string => {
  const taken = new Set(rules.map(({ id }) => id.slice(2)))
  let n = 1
  while (taken.has(`own-${n}`)) n++
  return `b.own-${n}`
}

/** A rule of the street's own has the last word: that is what it is written for. */
const newRule = (id: string): TriageRule => ({
  id,
  tier: 'B',
  priority: 50,
  decides: true,
  all: [''],
  because: '',
})
