import { View } from '@tarojs/components'
import { areaService } from '../../../contract/area'
import { client } from '../../cloud/client'
import { useAsk } from '../../cloud/useAsk'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { FullCard } from '../card/FullCard'
import type { Found } from './found'
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
