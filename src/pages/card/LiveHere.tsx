import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { accountService } from '../../../contract/account'
import type { AreaBrief } from '../../../contract/area'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { homeGrid, remembered, rememberHome } from '../../household/remembered'

const { setHome } = client(accountService)

interface Props {
  grid: AreaBrief
  /** A building, when one was found. */
  building?: string
}

/** Keeping the grid one looks at: as my own home, or as where somebody of the family lives. */
export const LiveHere = ({ grid, building }: Props) => {
  const { send, sending, error } = useSend(setHome)
  const [done, setDone] = useState(false)
  const keep = async () => {
    const answer = await send({ gridId: grid.id, ...(building && { building }) })
    if (!answer) return
    rememberHome({ ...remembered(), home: answer.home, places: answer.places })
    setDone(true)
  }
  const about = Object.entries({ gridId: grid.id, grid: grid.name, ...(building && { building }) })
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
  return (
    <View>
      {done && (
        <Notice title="记好了">以后一打开就是{grid.name}的网格员。在“我的”里可以改、可以去掉。</Notice>
      )}
      {error && <Notice kind="danger">{error.message}</Notice>}
      {homeGrid() !== grid.id && (
        <View className="full-card__do">
          <Button busy={sending} onPress={() => void keep()}>
            我住这里，记下来
          </Button>
        </View>
      )}
      <View className="full-card__do">
        <Button onPress={() => void Taro.navigateTo({ url: `/pages/household/index?${about}` })}>
          家人住这里，记下来
        </Button>
      </View>
    </View>
  )
}
