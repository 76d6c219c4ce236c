import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { accountService, familyPlacesMost, homePlaceId, type HouseholdPlace } from '../../../contract/account'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { CallBar } from '../../design/CallBar/CallBar'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { Notice } from '../../design/Notice/Notice'
import { Screen } from '../../design/Screen/Screen'
import { rememberPlaces } from '../../household/remembered'
import { EditPlace, type Editing } from './EditPlace'
import { PlaceUse } from './PlaceUse'
import { KeptPlace } from './KeptPlace'
import './index.scss'

const { places, forgetPlace } = client(accountService)

/** 我家和家人: where I and my family live, as far as I want it remembered: a building at most. */
export default function HouseholdPage() {
  const { gridId, ...given } = useRouter().params
  const [grid, building] = [given.grid, given.building].map((words = '') => decodeURIComponent(words))
  const { data, error, loading, reload, show } = useCall(() => places({}))
  const { send, sending, error: refused } = useSend(forgetPlace)
  const [editing, setEditing] = useState<Editing | undefined>(
    gridId ? { label: '', grid: { id: gridId, name: grid ?? '', kind: '' }, building } : undefined,
  )
  const changed = (answer: { places: HouseholdPlace[] }) => {
    rememberPlaces(answer.places)
    show(answer)
    setEditing(undefined)
  }
  const forget = async (placeId: string) => {
    const answer = await send({ placeId })
    if (answer) changed(answer)
  }
  const kept = data?.places ?? []
  const family = kept.filter(({ id }) => id !== homePlaceId)
  return (
    <Screen>
      {loading && <Loading />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {refused && <Notice kind="danger">{refused.message}</Notice>}
      {kept.map(place => (
        <KeptPlace
          key={place.id}
          place={place}
          busy={sending}
          onChange={() =>
            place.id === homePlaceId
              ? void Taro.navigateTo({ url: '/pages/place/index?for=home' })
              : setEditing(place)
          }
          onForget={() => void forget(place.id)}
        />
      ))}
      {editing && (
        <EditPlace
          key={editing.id}
          editing={editing}
          onDone={changed}
          onCancel={() => setEditing(undefined)}
        />
      )}
      {data && !editing && (
        <View>
          {family.length === kept.length && (
            <View className="household__do">
              <Button
                kind="main"
                onPress={() => void Taro.navigateTo({ url: '/pages/place/index?for=home' })}
              >
                记下我家
              </Button>
            </View>
          )}
          {family.length < familyPlacesMost ? (
            <View className="household__do">
              <Button onPress={() => setEditing({ label: '', building: '' })}>记一个家人的地方</Button>
            </View>
          ) : (
            <Notice>家人的地方最多记 {familyPlacesMost} 个，要再记请先去掉一个。</Notice>
          )}
        </View>
      )}
      {data && <PlaceUse />}
      <CallBar />
    </Screen>
  )
}
