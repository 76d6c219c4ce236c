import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { requestService } from '../../../contract/request'
import type { RequestView } from '../../../contract/requestView'
import { closedStatuses, statusWords } from '../../../contract/statuses'
import { sourceWords } from '../../../contract/requestTerms'
import { clockState } from '../../../domain/deadline/clockWords'
import { whenWords } from '../../../domain/time/words'
import type { CloudError } from '../../cloud/CloudError'
import { client } from '../../cloud/client'
import { now } from '../../cloud/now'
import { useCall } from '../../cloud/useCall'
import { CallBar } from '../../design/CallBar/CallBar'
import { Card } from '../../design/Card/Card'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { OfficerCard } from '../../design/OfficerCard/OfficerCard'
import { PhotoStrip } from '../../design/PhotoStrip/PhotoStrip'
import { Screen } from '../../design/Screen/Screen'
import { Tag } from '../../design/Tag/Tag'
import { Timeline } from '../../design/Timeline/Timeline'
import { EmergencyLines } from '../report/EmergencyLines'
import { confirmerWords } from './confirmerWords'
import { Door } from './Door'
import { eventWords, roundWords } from './eventWords'
import { Moves } from './Moves'
import { Together } from './Together'
import { Turn } from './Turn'
import { Why } from './Why'
import './index.scss'

const { read } = client(requestService)

/** One request, for its reporter and for officers: whose turn it is, what happened, and what can be done now. */
export default function RequestPage() {
  const { id = '' } = useRouter().params
  const { data, error, loading, reload, show } = useCall(() => read({ id }))
  // A screen that was behind gets what is there now, in the shape of its own answer.
  const refused = ({ current }: CloudError) =>
    current !== undefined && show(current as { request: RequestView })
  return (
    <Screen>
      {loading && <Loading lines={4} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data && <Matter request={data.request} />}
      {data && <Moves request={data.request} onChanged={request => show({ request })} onRefused={refused} />}
      {data?.request.mine && (
        <CallBar
          card={{ ...(data.request.handler && { officer: data.request.handler }), ...phoneOf(data.request) }}
        />
      )}
    </Screen>
  )
}

/** What the hotline calls it, and by when it wants it done. */
const WorkOrder = ({ request: { external } }: { request: RequestView }) =>
  external ? (
    <View className="request__more">
      {external.system} 工单 {external.number}
      {external.due !== undefined && `，热线要求 ${whenWords(external.due, now())} 前办好`}
    </View>
  ) : null

const phoneOf = ({ dutyPhone }: RequestView) => (dutyPhone ? { dutyPhone } : {})

const Matter = ({ request }: { request: RequestView }) => {
  const side = request.mine ? 'resident' : 'staff'
  const clock = closedStatuses.includes(request.status) ? undefined : request.clocks[0]
  const where = [request.place.address, request.path.at(-1)?.name].filter(Boolean).join(' · ')
  return (
    <View>
      {!request.turn.who.startsWith('nobody') && request.emergencyLines.length > 0 && (
        <EmergencyLines lines={request.emergencyLines} />
      )}
      <Turn request={request} />
      <Door request={request} />
      <Together request={request} />
      <Card>
        <Tag kind={request.label.urgent ? 'danger' : 'calm'}>{request.label.words}</Tag>
        <Tag kind="quiet">{statusWords[request.status][side]}</Tag>
        {clock && (
          <Tag kind={clock.overdue ? 'danger' : clock.paused ? 'warn' : 'calm'}>
            {clock.name === 'confirm' && request.source
              ? confirmerWords[request.source]
              : clockState(clock, { side, ...(request.handler && { handler: request.handler.post }) })}
          </Tag>
        )}
        {request.source && <Tag kind="quiet">{sourceWords[request.source]}</Tag>}
        <View className="request__text">{request.text}</View>
        <PhotoStrip photos={request.photos} />
        <View className="request__more">{where}</View>
        <View className="request__more">编号 {request.no}</View>
        <WorkOrder request={request} />
      </Card>
      <Why request={request} />
      {request.handler && request.mine && (
        <Card title="谁在办">
          <OfficerCard officer={request.handler} canCall={false} />
        </Card>
      )}
      <Card title="经过">
        <Timeline
          moments={request.timeline.map(({ kind, at, by, text, photos }) => ({
            at,
            by,
            what: (request.source === 'patrol' && roundWords[kind]) || eventWords[kind],
            ...(text && { text }),
            photos,
          }))}
        />
      </Card>
    </View>
  )
}
