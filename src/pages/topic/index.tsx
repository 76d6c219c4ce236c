import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { councilService, topicStatusWords, type TopicView } from '../../../contract/council'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { CallBar } from '../../design/CallBar/CallBar'
import { Card } from '../../design/Card/Card'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Screen } from '../../design/Screen/Screen'
import { Tag } from '../../design/Tag/Tag'
import { Timeline } from '../../design/Timeline/Timeline'
import { Vote } from './Vote'
import './index.scss'

const { topic } = client(councilService)

/** One topic: what is proposed, under which rule it is decided, the vote and how it was counted. */
export default function TopicPage() {
  const { id = '' } = useRouter().params
  const { data, error, loading, reload, show } = useCall(() => topic({ id }))
  return (
    <Screen>
      {loading && <Loading lines={4} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data && <Topic topic={data.topic} onChanged={changed => show({ topic: changed })} />}
      <CallBar />
    </Screen>
  )
}

const Topic = ({ topic: shown, onChanged }: { topic: TopicView; onChanged: (topic: TopicView) => void }) => (
  <View>
    <Tag kind={shown.status === 'voting' ? 'warn' : 'calm'}>{topicStatusWords[shown.status]}</Tag>
    <View className="topic__title" role="heading" aria-level={1}>
      {shown.title}
    </View>
    <View className="topic__more">
      {shown.council} · {shown.proposer} 提出
    </View>
    <Card title="提议">{shown.proposal}</Card>
    {shown.background && (
      <Card title="为什么提">
        <View>{shown.background}</View>
        {shown.requests > 0 && <View className="topic__more">来自街坊反映的 {shown.requests} 件事</View>}
      </Card>
    )}
    {shown.vote && <Vote id={shown.id} vote={shown.vote} onChanged={onChanged} />}
    <Card title="经过">
      <Timeline moments={shown.timeline.map(({ at, by, text }) => ({ at, what: text, by }))} />
    </Card>
  </View>
)
