import { useRouter } from '@tarojs/taro'
import { areaService } from '../../../contract/area'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Screen } from '../../design/Screen/Screen'
import { FullCard } from './FullCard'

const { card } = client(areaService)

/** The officer card of one area; what a link shared to a group opens. */
export default function CardPage() {
  const { area: areaId = '' } = useRouter().params
  const { data, error, loading, reload } = useCall(() => card({ areaId }))
  return (
    <Screen>
      {loading && <Loading lines={4} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data && <FullCard card={data} />}
    </Screen>
  )
}
