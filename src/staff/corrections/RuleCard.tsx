import { View } from '@tarojs/components'
import { useState } from 'react'
import type { policyService } from '../../../contract/policy'
import type { OutputOf } from '../../../contract/service'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Tag } from '../../design/Tag/Tag'

type Rule = OutputOf<typeof policyService, 'corrections'>['rules'][number]

/** Reasons shown before the rest is asked for. */
const shown = 3

/** What people corrected about one rule, with their reasons. */
export const RuleCard = (rule: Rule & { nameOf: (value: string) => string }) => {
  const { rule: id, because, corrections, share, confusion, reasons, toReview, nameOf } = rule
  const [all, setAll] = useState(false)
  const said = counted(reasons)
  return (
    <Card
      title={
        id === 'model'
          ? '没有规则管，机器自己判的'
          : (because?.replace('{words}', '……') ?? `规则 ${id}（已经没有了）`)
      }
    >
      {toReview && <Tag kind="warn">该看看了</Tag>}
      <View>
        改了 {corrections} 次{share !== undefined && `，占它定的 ${Math.round(share * 100)}%`}
      </View>
      {confusion.map(({ from, to, times }) => (
        <View key={`${from}${to}`} className="corrections__row">
          <View>
            {nameOf(from)} → {nameOf(to)}
          </View>
          <View className="corrections__times">{times} 次</View>
        </View>
      ))}
      {(all ? said : said.slice(0, shown)).map(([reason, times]) => (
        <View key={reason} className="corrections__more">
          “{reason}”{times > 1 && ` ${times} 次`}
        </View>
      ))}
      {!all && said.length > shown && (
        <Button onPress={() => setAll(true)}>看全部 {said.length} 种理由</Button>
      )}
    </Card>
  )
}

/** Each reason once, in the order in which they come, with how often it was given. */
const counted = (reasons: readonly string[]): [reason: string, times: number][] => {
  const times = new Map<string, number>()
  for (const reason of reasons) times.set(reason, (times.get(reason) ?? 0) + 1)
  return [...times]
}
