import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OtherNet } from '../../../contract/area'
import { Card } from '../../design/Card/Card'

/** The other nets over the same ground, each with its own people. */
export const Others = ({ others }: { others: readonly OtherNet[] }) => (
  <View>
    <View className="full-card__heading" role="heading" aria-level={2}>
      这里还归他们管
    </View>
    {others.map(({ area, what, officer }) => (
      <Card
        key={area.id}
        label={`看${area.name}`}
        onPress={() => void Taro.navigateTo({ url: `/pages/card/index?area=${area.id}` })}
      >
        <View>{area.name}</View>
        {what && <View className="full-card__more">{what}</View>}
        {officer && (
          <View className="full-card__more">
            {officer.name} · {officer.post}
          </View>
        )}
      </Card>
    ))}
  </View>
)
