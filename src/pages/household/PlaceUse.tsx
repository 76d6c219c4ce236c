import { View } from '@tarojs/components'
import { useState } from 'react'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { placeConsent, withdrawPlace } from '../../household/consent'

/** What is kept of places, and taking back the consent to use one's own. */
export const PlaceUse = () => {
  const [agreedAt, setAgreedAt] = useState(placeConsent())
  return (
    <Card title="您的位置">
      <View className="household__do">只记到哪个网格、哪栋楼，不记门牌，也不存您走过的地方。</View>
      {agreedAt === undefined ? (
        <View>没有用您的位置。要用时会先问您。</View>
      ) : (
        <View>
          <View className="household__do">{whenWords(agreedAt, now())} 您同意过：找网格时用一下位置。</View>
          <Button
            onPress={() => {
              withdrawPlace()
              setAgreedAt(undefined)
            }}
          >
            以后不用我的位置
          </Button>
        </View>
      )}
    </Card>
  )
}
