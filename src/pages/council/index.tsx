import { View } from '@tarojs/components'
import { councilService } from '../../../contract/council'
import { client } from '../../cloud/client'
import { useList } from '../../cloud/useList'
import { CallBar } from '../../design/CallBar/CallBar'
import { List } from '../../design/List/List'
import { Screen } from '../../design/Screen/Screen'
import { TopicRow } from './TopicRow'
import './index.scss'

const { topics } = client(councilService)

/** 街坊议事: what the councils around my home discuss, vote on and have done, open ones and closed ones. */
export default function CouncilPage() {
  const list = useList(topics)
  return (
    <Screen>
      {list.data?.area && <View className="council__area">{list.data.area.name}</View>}
      <List
        list={list}
        line={line => <TopicRow key={line.id} {...line} />}
        empty={{ title: '还没有要商量的事', hint: '街坊们说得多的事，会到这里一起议。' }}
      />
      <CallBar />
    </Screen>
  )
}
