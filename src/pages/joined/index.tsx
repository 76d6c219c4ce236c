import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { requestService } from '../../../contract/request'
import type { FollowedView } from '../../../contract/requestTogether'
import { closedStatuses, type Status } from '../../../contract/statuses'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { CallBar } from '../../design/CallBar/CallBar'
import { Card } from '../../design/Card/Card'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { NeighbourRow } from '../../design/NeighbourRow/NeighbourRow'
import { neighbourStatus } from '../../design/NeighbourRow/neighbourStatus'
import { Notice } from '../../design/Notice/Notice'
import { OfficerCard } from '../../design/OfficerCard/OfficerCard'
import { Screen } from '../../design/Screen/Screen'
import { Timeline } from '../../design/Timeline/Timeline'
import { eventWords } from '../request/eventWords'
import './index.scss'

const { followed, join, leave } = client(requestService)

/** A matter somebody else reported and this person met too: how far it is, and a way out. */
export default function JoinedPage() {
  const { id = '' } = useRouter().params
  const { data, error, loading, reload, show } = useCall(() => followed({ id }))
  return (
    <Screen>
      {loading && <Loading lines={3} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data && <Followed followed={data.followed} onChanged={next => show({ followed: next })} />}
      <Button onPress={() => void Taro.switchTab({ url: '/pages/home/index' })}>回首页</Button>
      <CallBar />
    </Screen>
  )
}

const Followed = ({
  followed: view,
  onChanged,
}: {
  followed: FollowedView
  onChanged: (next: FollowedView) => void
}) => {
  const change = useSend(view.joined ? leave : join)
  const press = async () => {
    const answer = await change.send({ id: view.id })
    if (answer) onChanged(answer.followed)
  }
  const ended = closedStatuses.includes(view.status) || view.status === 'resolved'
  return (
    <View>
      {view.joined ? (
        <Notice title={ended ? neighbourStatus[view.status] : '已记上您这一户'}>{say(view)}</Notice>
      ) : (
        <Notice kind="warn" title="您已经不再关注">
          办得怎么样不会再告诉您。
        </Notice>
      )}
      <NeighbourRow line={view} />
      <Card title={view.label.words}>编号 {view.no}，打电话问时报这个号。</Card>
      {view.handler && (
        <Card title="谁在办">
          <OfficerCard officer={view.handler} />
        </Card>
      )}
      <Card title="经过">
        <Timeline
          moments={view.steps.map(({ kind, at }) => ({ at, by: '', what: eventWords[kind], photos: [] }))}
        />
      </Card>
      {change.error && <Notice kind="danger">{change.error.message}</Notice>}
      {ended && (
        <View className="joined__move">
          <Button kind="main" onPress={() => void Taro.redirectTo({ url: '/pages/report/index' })}>
            我这里还没好，再反映
          </Button>
        </View>
      )}
      {(view.joined || !ended) && (
        <View className="joined__move">
          <Button busy={change.sending} onPress={() => void press()}>
            {view.joined ? '不再关注' : '我也遇到'}
          </Button>
        </View>
      )}
    </View>
  )
}

const ends: Partial<Record<Status, string>> = {
  resolved: '经办人说办好了。您这里要是还没好，请再反映一次。',
  confirmed: '反映的邻居说办好了。您这里要是还没好，请再反映一次。',
  closedNoAnswer: '这件事已经结束。您这里要是还没好，请再反映一次。',
}

const say = ({ status, households }: FollowedView): string =>
  ends[status] ?? `一共 ${households} 户遇到，不用再反映。办到哪一步、办没办好都会告诉您。`
