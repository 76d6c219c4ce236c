import { View } from '@tarojs/components'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'

/** Asked before the first use of the location: what for, what of it, what is kept, and that it goes without. */
export const PlaceConsent = ({ onAnswer }: { onAnswer: (agreed: boolean) => void }) => (
  <Card title="想用一下您的位置，可以吗？">
    <View className="place__terms">做什么用：看您在哪个网格，好告诉您谁在管。</View>
    <View className="place__terms">用什么：只用这一次您在的、或在地图上点的那个地方。</View>
    <View className="place__terms">
      留下什么：位置不留。您自己要记住的家，只记到哪个网格、哪栋楼，不记门牌。
    </View>
    <View className="place__terms">不同意也行：搜名字、看地图、翻名单，一样能找到。</View>
    <View className="place__row">
      <Button kind="main" onPress={() => onAnswer(true)}>
        可以，用我的位置
      </Button>
    </View>
    <Button onPress={() => onAnswer(false)}>不用，我自己找</Button>
  </Card>
)
