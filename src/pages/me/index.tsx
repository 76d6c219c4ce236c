import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { accountService, homePlaceId, type StaffPage } from '../../../contract/account'
import { client } from '../../cloud/client'
import { type From, useList } from '../../cloud/useList'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { CallBar } from '../../design/CallBar/CallBar'
import { Card } from '../../design/Card/Card'
import { List } from '../../design/List/List'
import { chooseTextStep, textStep, textSteps } from '../../design/Screen/textStep'
import { Screen } from '../../design/Screen/Screen'
import { Tiles } from '../../design/Tiles/Tiles'
import { InboxRow } from './InboxRow'
import './index.scss'

const { inbox, markSeen } = client(accountService)
// The contract names them items; lists here are lines.
const page = async (from: From) => {
  const { items, ...rest } = await inbox(from)
  return { ...rest, lines: items }
}

const pageWords: Record<StaffPage, string> = {
  policies: '规则和期限',
  plates: '公示牌',
  imports: '导入和导出',
}

/** 我的: what I was told, my home, and how large the text is. */
export default function MePage() {
  const list = useList(page)
  const { send } = useSend(markSeen)
  const [step, setStep] = useState(textStep())
  const seeAll = async () => {
    const newest = list.lines[0]
    if (newest && (await send({ upTo: newest.at }))) await list.reload()
  }
  const who = list.data
  const home = who?.places.find(({ id }) => id === homePlaceId)
  return (
    <Screen>
      {who && (
        <Card title={who.name ?? '街坊'}>
          {who.posts.map(({ post, area }) => (
            <View key={`${post}${area.id}`}>
              {area.name} · {post}
            </View>
          ))}
          {who.posts.length > 0 && (
            <View className="me__part">
              <Button onPress={() => void Taro.navigateTo({ url: '/staff/worklist/index' })}>我的待办</Button>
            </View>
          )}
          {who.posts.length > 0 && (
            <View className="me__part">
              <Button onPress={() => void Taro.navigateTo({ url: '/staff/roster/index' })}>班组和请假</Button>
            </View>
          )}
          {who.mayOpen.map(name => (
            <View key={name} className="me__part">
              <Button onPress={() => void Taro.navigateTo({ url: `/staff/${name}/index` })}>
                {pageWords[name]}
              </Button>
            </View>
          ))}
          {home?.grid && <View>我家：{home.grid.name}</View>}
          <View className="me__part">
            <Button onPress={() => void Taro.navigateTo({ url: '/pages/household/index' })}>
              我家和家人的地方
            </Button>
          </View>
        </Card>
      )}
      <Card title="字要多大？">
        <Tiles
          label="字的大小"
          choices={textSteps.map(({ step: value, name }) => ({ value: String(value), words: name }))}
          chosen={String(step)}
          onChoose={value => {
            chooseTextStep(Number(value))
            setStep(Number(value))
          }}
        />
      </Card>
      <View className="me__heading">消息</View>
      {list.lines.some(({ unread }) => unread) && (
        <View className="me__part">
          <Button onPress={() => void seeAll()}>都看过了</Button>
        </View>
      )}
      <List list={list} line={line => <InboxRow key={line.id} {...line} />} empty={{ title: '还没有消息' }} />
      {who?.posts.length === 0 && (
        <View className="me__part">
          <Button onPress={() => void Taro.navigateTo({ url: '/staff/claim/index' })}>
            我是工作人员，绑定身份
          </Button>
        </View>
      )}
      <CallBar />
    </Screen>
  )
}
