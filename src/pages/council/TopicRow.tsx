import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type TopicStatus, topicStatusWords } from '../../../contract/council'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Card } from '../../design/Card/Card'
import { Tag } from '../../design/Tag/Tag'
import './TopicRow.scss'

interface Props {
  id: string
  title: string
  status: TopicStatus
  closesAt?: number
}

/** One topic in a list; touching it opens it. */
export const TopicRow = ({ id, title, status, closesAt }: Props) => (
  <Card
    label={`${topicStatusWords[status]}：${title}`}
    onPress={() => void Taro.navigateTo({ url: `/pages/topic/index?id=${id}` })}
  >
    <Tag kind={status === 'voting' ? 'warn' : status === 'discussing' ? 'calm' : 'quiet'}>
      {topicStatusWords[status]}
    </Tag>
    <View className="topic-row__title">{title}</View>
    {status === 'voting' && closesAt !== undefined && (
      <View className="topic-row__more">投票到 {whenWords(closesAt, now())}</View>
    )}
  </Card>
)
