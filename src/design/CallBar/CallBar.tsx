import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { GridCard } from '../../../contract/area'
import { remembered } from '../../household/remembered'
import { Button } from '../Button/Button'
import { CallButton } from '../OfficerCard/CallButton'
import './CallBar.scss'

/**
 * The telephone at the foot of a resident's screen, always in sight. Without a card it is my own grid's people, as the
 * phone remembers them: no call is needed, and it works without a network.
 */
export const CallBar = ({ card }: { card?: Pick<GridCard, 'officer' | 'dutyPhone'> }) => {
  const { home, dutyPhone } = remembered()
  const known = card ?? home ?? (dutyPhone ? { dutyPhone } : undefined)
  return (
    <View className="call-bar">
      {known ? (
        <CallButton kind="plain" {...known} />
      ) : (
        <Button onPress={() => void Taro.navigateTo({ url: '/pages/place/index' })}>找网格员的电话</Button>
      )}
    </View>
  )
}
