import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { areaService } from '../../../contract/area'
import { client } from '../../cloud/client'
import { useAsk } from '../../cloud/useAsk'
import { Card } from '../../design/Card/Card'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { FullCard } from '../card/FullCard'
import type { Found, Located } from './found'
import { Outside } from './Outside'

const { card } = client(areaService)

/** Who looks after the place that was found. From a point everything came with the look-up; a name still has to ask. */
export const ShowFound = ({ found }: { found: Found }) => {
  const { located, place } = found
  if (!located) return <AskForCard found={found} />
  return (
    <View>
      <Outside located={located} />
      <FullCard card={located} place={place} />
      {located.others.length > 0 && <Others others={located.others} />}
    </View>
  )
}

const AskForCard = ({ found: { area, place } }: { found: Found }) => {
  const { data, error, loading, reload } = useAsk(() => card({ areaId: area.id }))
  return (
    <View>
      {loading && <Loading lines={4} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data && <FullCard card={data} place={place} />}
    </View>
  )
}

/** The other nets over the same ground, each with its own people. */
const Others = ({ others }: { others: Located['others'] }) => (
  <View>
    <View className="place__ask" role="heading" aria-level={2}>
      这里还归他们管
    </View>
    {others.map(({ area, officer }) => (
      <Card
        key={area.id}
        label={`看${area.name}`}
        onPress={() => void Taro.navigateTo({ url: `/pages/card/index?area=${area.id}` })}
      >
        <View>{area.name}</View>
        {officer && (
          <View className="place__hint">
            {officer.name} · {officer.post}
          </View>
        )}
      </Card>
    ))}
  </View>
)
