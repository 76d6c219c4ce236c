import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RequestLine } from '../../../contract/request'
import { closedStatuses, statusWords } from '../../../contract/statuses'
import { tierWords } from '../../../contract/tiers'
import { leftWords, whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Card } from '../Card/Card'
import { Tag } from '../Tag/Tag'
import './RequestRow.scss'

interface Props {
  line: RequestLine
  /** Whose words to use. */
  side?: 'resident' | 'staff'
}

/** One request in a list; touching it opens it. */
export const RequestRow = ({ line, side = 'resident' }: Props) => {
  const { id, status, tier, text, place, createdAt, dueAt, overdue } = line
  const open = !closedStatuses.includes(status)
  return (
    <Card
      label={`${statusWords[status][side]}：${text}`}
      onPress={() => void Taro.navigateTo({ url: `/pages/request/index?id=${id}` })}
    >
      <View className="row__tags">
        <Tag kind={tier === 'A' ? 'danger' : 'calm'}>{tierWords[tier][side]}</Tag>
        <Tag kind={status === 'resolved' ? 'warn' : 'quiet'}>{statusWords[status][side]}</Tag>
      </View>
      <View className="row__text">{text}</View>
      <View className="row__more">
        {place ? `${place} · ` : ''}
        {whenWords(createdAt, now())}
      </View>
      {open && dueAt !== undefined && (
        <View className={overdue ? 'row__due row__due--over' : 'row__due'}>
          {status === 'resolved' ? '等您确认，' : ''}
          {leftWords(dueAt, now())}
        </View>
      )}
    </Card>
  )
}
