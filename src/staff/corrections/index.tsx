import { View } from '@tarojs/components'
import { type Category, categoryWords } from '../../../contract/categories'
import { policyService } from '../../../contract/policy'
import { dateWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { Card } from '../../design/Card/Card'
import { Empty, Failed, Loading } from '../../design/Feedback/Feedback'
import { Screen } from '../../design/Screen/Screen'
import { RuleCard } from './RuleCard'
import './index.scss'

const { corrections } = client(policyService)

/** 人工改过的: where people put matters elsewhere than the rules had, and which rules to look at again. */
export default function CorrectionsPage() {
  const { data, error, loading, reload } = useCall(() => corrections({}))
  if (!data)
    return (
      <Screen>
        {loading && <Loading lines={4} />}
        {error && <Failed error={error} onRetry={() => void reload()} />}
      </Screen>
    )
  const { from, corrections: times, decided, tierWords, tiers, categories, rules } = data
  const tierName = (tier: string) => tierWords.find(one => one.tier === tier)?.words ?? tier
  const nameOf = (value: string) =>
    value in categoryWords ? categoryWords[value as Category] : tierName(value)
  const review = rules.filter(({ toReview }) => toReview)
  const rest = rules.filter(({ toReview }) => !toReview)
  return (
    <Screen>
      <Card>
        {dateWords(from)}以来，规则定了 {decided} 件，人工改了 {times} 件。
      </Card>
      {!times && <Empty title="没有人改过" hint="工作人员改级别或类别的时候写的理由，会收在这里。" />}
      {tiers.length > 0 && <Confusion title="级别改到哪里" ways={tiers} nameOf={tierName} />}
      {categories.length > 0 && <Confusion title="类别改到哪里" ways={categories} nameOf={nameOf} />}
      {review.map(rule => (
        <RuleCard key={rule.rule} {...rule} nameOf={nameOf} />
      ))}
      {rest.map(rule => (
        <RuleCard key={rule.rule} {...rule} nameOf={nameOf} />
      ))}
    </Screen>
  )
}

interface ConfusionProps {
  title: string
  ways: readonly { from: string; to: string; times: number }[]
  nameOf: (value: string) => string
}

const Confusion = ({ title, ways, nameOf }: ConfusionProps) => (
  <Card title={title}>
    {ways.map(({ from, to, times }) => (
      <View key={`${from}${to}`} className="corrections__row">
        <View>
          {nameOf(from)} → {nameOf(to)}
        </View>
        <View className="corrections__times">{times} 次</View>
      </View>
    ))}
  </Card>
)
