import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { accountService } from '../../../contract/account'
import type { OutputOf } from '../../../contract/service'
import { useCall } from '../../cloud/useCall'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Empty, Failed, Loading } from '../../design/Feedback/Feedback'
import { OfficerCard } from '../../design/OfficerCard/OfficerCard'
import { RequestRow } from '../../design/RequestRow/RequestRow'
import { Screen } from '../../design/Screen/Screen'
import { textStep } from '../../design/Screen/textStep'
import { CallBar } from '../../design/CallBar/CallBar'
import { askHome } from '../../household/askHome'
import { TopicRow } from '../council/TopicRow'
import { CareMode } from './CareMode'
import { WorkCard } from './WorkCard'
import './index.scss'

type Home = OutputOf<typeof accountService, 'home'>

const go = (url: string) => void Taro.navigateTo({ url })

/** 首页: who looks after my grid, the way to report, and what is going on. One call. */
export default function HomePage() {
  const { data, error, loading, reload } = useCall(askHome)
  // Only so that the page is drawn again in the chosen size.
  const [, setStep] = useState(textStep())
  return (
    <Screen>
      <View className="home__top">
        <View className="home__street">{data?.street}</View>
        <CareMode onChange={() => setStep(textStep())} />
      </View>
      <View className="home__report">
        <Button kind="main" onPress={() => go('/pages/report/index')}>
          我要反映
        </Button>
      </View>
      {loading && <Loading />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data?.notOpen && (
        <Empty
          title="街道还没有开通"
          hint="等街道把网格和网格员录好，这里就能用了。急事请打 110、119、120。"
        />
      )}
      {data && !data.notOpen && <HomeCards {...data} />}
      {!data?.notOpen && <CallBar kind="main" {...(data?.home && { card: data.home })} />}
    </Screen>
  )
}

const HomeCards = ({ home: mine, unread, requests, workingTime, topics, work }: Home) => (
  <View>
    {work && <WorkCard {...work} />}
    {unread > 0 && (
      <Card label={`有${unread}条新消息`} onPress={() => void Taro.switchTab({ url: '/pages/me/index' })}>
        有 {unread} 条新消息
      </Card>
    )}
    {mine ? (
      <Card title={`我的网格员 · ${mine.grid.name}`}>
        <OfficerCard {...mine} canCall={false} />
        <View className="home__more">
          <Button onPress={() => go(`/pages/card/index?area=${mine.grid.id}`)}>他管什么，还可以找谁</Button>
        </View>
      </Card>
    ) : (
      <Card title="您住哪里？">
        <View className="home__hint">选好网格，就能看到谁在管、怎么找他。</View>
        <Button onPress={() => go('/pages/place/index?for=home')}>选我的网格</Button>
      </Card>
    )}
    <View className="home__find">
      <Button onPress={() => go('/pages/place/index')}>找别处的网格员</Button>
    </View>
    {requests.length > 0 && <View className="home__heading">我反映的事</View>}
    {requests.map(line => (
      <RequestRow key={line.id} line={line} {...(workingTime && { workingTime })} />
    ))}
    {topics.length > 0 && <View className="home__heading">街坊在商量</View>}
    {topics.map(line => (
      <TopicRow key={line.id} {...line} />
    ))}
  </View>
)
