import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { GridCard } from '../../../contract/area'
import { whoToCall } from '../../../domain/account/whoToCall'
import { now } from '../../cloud/now'
import { askHome } from '../../household/askHome'
import { remembered } from '../../household/remembered'
import { dial } from '../../platform/phone'
import { Button } from '../Button/Button'
import { CallButton } from '../OfficerCard/CallButton'
import './CallBar.scss'

type Callable = Pick<GridCard, 'officer' | 'dutyPhone'>

/**
 * The telephone at the foot of a resident's screen, always in sight. Without a card it is my own grid's people, as the
 * phone remembers them: no call is needed, and it works without a network.
 */
export const CallBar = ({ card, kind = 'plain' }: { card?: Callable; kind?: 'main' | 'plain' }) => {
  const known = card ?? rememberedCard()
  return <View className="call-bar">{known ? <CallButton kind={kind} {...known} /> : <AskAndCall />}</View>
}

/** For a phone that knows nothing yet, because a link led past the first screen: asked when it is pressed. */
const AskAndCall = () => {
  const [asking, setAsking] = useState(false)
  const call = async () => {
    setAsking(true)
    // Without an answer the page that finds people says what is wrong.
    await askHome().catch(() => undefined)
    setAsking(false)
    const known = rememberedCard()
    const found = known && whoToCall(known, now())
    if (found) dial(found.number)
    else void Taro.navigateTo({ url: '/pages/place/index' })
  }
  return (
    <Button busy={asking} onPress={() => void call()}>
      打电话给网格员
    </Button>
  )
}

const rememberedCard = (): Callable | undefined => {
  const { home, dutyPhone } = remembered()
  return home ?? (dutyPhone ? { dutyPhone } : undefined)
}
