import Taro from '@tarojs/taro'
import { requestService } from '../../../contract/request'
import { client } from '../../cloud/client'
import { useList } from '../../cloud/useList'
import { CallBar } from '../../design/CallBar/CallBar'
import { List } from '../../design/List/List'
import { NeighbourRow } from '../../design/NeighbourRow/NeighbourRow'
import { Screen } from '../../design/Screen/Screen'

const { following } = client(requestService)

/** What I joined with 我也遇到, newest first. */
export default function FollowingPage() {
  const list = useList(following)
  return (
    <Screen>
      <List
        list={list}
        line={line => (
          <NeighbourRow
            key={line.id}
            line={line}
            onPress={() => void Taro.navigateTo({ url: `/pages/joined/index?id=${line.id}` })}
          />
        )}
        empty={{ title: '还没有“我也遇到”的事', hint: '反映的时候，邻居报过的会先给您看。' }}
      />
      <CallBar />
    </Screen>
  )
}
