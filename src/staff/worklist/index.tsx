import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { requestService } from '../../../contract/request'
import { client } from '../../cloud/client'
import { type From, useList } from '../../cloud/useList'
import { Button } from '../../design/Button/Button'
import { List } from '../../design/List/List'
import { RequestRow } from '../../design/RequestRow/RequestRow'
import { Screen } from '../../design/Screen/Screen'
import { Tiles } from '../../design/Tiles/Tiles'
import './index.scss'

const { worklist } = client(requestService)

/** 我的待办: the open requests of an officer's area, danger first, then whatever is due first. */
export default function WorklistPage() {
  const [areaId, setAreaId] = useState<string>()
  const page = useCallback((from: From) => worklist({ ...(areaId && { areaId }), ...from }), [areaId])
  const list = useList(page)
  const { reload } = list
  const shown = useRef(areaId)
  useEffect(() => {
    // The first page comes with the screen; another area is asked for when it is chosen.
    if (shown.current !== areaId) void reload()
    shown.current = areaId
  }, [areaId, reload])
  return (
    <Screen>
      {list.data && <View className="worklist__area">{list.data.area.name}</View>}
      {list.data && list.data.areas.length > 1 && (
        <Tiles
          label="看哪一片"
          choices={list.data.areas.map(({ id, name }) => ({ value: id, words: name }))}
          chosen={list.data.area.id}
          onChoose={setAreaId}
        />
      )}
      <View className="worklist__link">
        <Button onPress={() => void Taro.navigateTo({ url: '/staff/roster/index' })}>班组和请假</Button>
      </View>
      <List
        list={list}
        line={line => (
          <RequestRow
            key={line.id}
            line={line}
            side="staff"
            {...(list.data?.workingTime && { workingTime: list.data.workingTime })}
          />
        )}
        empty={{ title: '都办完了', hint: '有新的事会发消息给您。' }}
      />
    </Screen>
  )
}
