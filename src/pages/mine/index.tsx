import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { requestService } from '../../../contract/request'
import { client } from '../../cloud/client'
import { useList } from '../../cloud/useList'
import { Button } from '../../design/Button/Button'
import { CallBar } from '../../design/CallBar/CallBar'
import { List } from '../../design/List/List'
import { RequestRow } from '../../design/RequestRow/RequestRow'
import { Screen } from '../../design/Screen/Screen'
import './index.scss'

const { mine } = client(requestService)

/** 我反映的: everything I reported, newest first. */
export default function MinePage() {
  const list = useList(mine)
  return (
    <Screen>
      <List
        list={list}
        line={line => (
          <RequestRow
            key={line.id}
            line={line}
            {...(list.data?.workingTime && { workingTime: list.data.workingTime })}
          />
        )}
        empty={{ title: '还没有反映过', hint: '看到什么不对，说一声就行。' }}
      />
      <View className="mine__joined">
        <Button onPress={() => void Taro.navigateTo({ url: '/pages/following/index' })}>我也遇到的</Button>
      </View>
      <View className="mine__report">
        <Button kind="main" onPress={() => void Taro.navigateTo({ url: '/pages/report/index' })}>
          我要反映
        </Button>
      </View>
      <CallBar />
    </Screen>
  )
}
