import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { areaService } from '../../../contract/area'
import { client } from '../../cloud/client'
import { useAsk } from '../../cloud/useAsk'
import { CallBar } from '../../design/CallBar/CallBar'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { FullCard } from '../card/FullCard'
import type { Found } from './found'
import { Outside } from './Outside'

const { card } = client(areaService)

interface Props {
  found: Found
  /** The way to something else. */
  children: ReactNode
}

/** Who looks after the place that was found. From a point everything came with the look-up; a name still has to ask. */
export const ShowFound = ({ found, children }: Props) => {
  const { located, place } = found
  if (!located) return <AskForCard found={found}>{children}</AskForCard>
  return (
    <View>
      <Outside located={located} />
      <FullCard card={located} place={place}>
        {children}
      </FullCard>
    </View>
  )
}

const AskForCard = ({ found: { area, place }, children }: Props) => {
  const { data, error, loading, reload } = useAsk(() => card({ areaId: area.id }))
  return (
    <View>
      {loading && <Loading lines={4} />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {data ? (
        <FullCard card={data} place={place}>
          {children}
        </FullCard>
      ) : (
        <>
          {children}
          <CallBar />
        </>
      )}
    </View>
  )
}
