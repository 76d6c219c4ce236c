import { View } from '@tarojs/components'
import Taro, { useRouter, useUnload } from '@tarojs/taro'
import { useState } from 'react'
import { accountService } from '../../../contract/account'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { CallBar } from '../../design/CallBar/CallBar'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { Screen } from '../../design/Screen/Screen'
import { homeGrid, remembered, rememberHome } from '../../household/remembered'
import { placeChosen } from '../../platform/place/placeChosen'
import { Browse } from './Browse'
import type { Found } from './found'
import { Outside } from './Outside'
import { PickOnMap } from './PickOnMap'
import { ShowFound } from './ShowFound'
import { Ways } from './Ways'
import './index.scss'

const { setHome } = client(accountService)

/** What the place is wanted for: to see who looks after it, as my home, for a report, or for somebody of the family. */
type Purpose = 'look' | 'home' | 'report' | 'family'

/** The way somebody is going; on the map, around which area. */
type Way = { name: 'start' } | { name: 'list'; for: 'area' | 'map' } | { name: 'map'; near: string }

/**
 * Finding a place and who looks after it: by my location, by name, on the map or from the list. Nothing of it needs the
 * location.
 */
export default function PlacePage() {
  const { near, for: purpose = 'look' } = useRouter().params as { near?: string; for?: Purpose }
  const [way, setWay] = useState<Way>(near ? { name: 'map', near } : { name: 'start' })
  const [found, setFound] = useState<Found>()
  const { send, sending, error: refused } = useSend(setHome)
  const isAsked = purpose === 'report' || purpose === 'family'
  // Whoever asked for a place hears that none was chosen; a page opened only to look must not answer for another.
  useUnload(() => isAsked && Taro.eventCenter.trigger(placeChosen, undefined))

  const again = () => {
    setFound(undefined)
    setWay({ name: 'start' })
  }
  const done = async ({ area, place }: Found) => {
    if (purpose === 'home') {
      const building = place.address === area.name ? undefined : place.address
      const answer = await send({ gridId: area.id, ...(building && { building }) })
      if (!answer) return
      rememberHome({ ...remembered(), home: answer.home })
    } else {
      Taro.eventCenter.trigger(placeChosen, { ...place, gridId: area.id, gridName: area.name })
    }
    void Taro.navigateBack()
  }
  // Looking shows the card; else a choice on the map is one already, and others are confirmed.
  const onMap = purpose === 'look' ? setFound : (chosen: Found) => void done(chosen)
  const openMap = () => {
    const around = near ?? homeGrid()
    setWay(around ? { name: 'map', near: around } : { name: 'list', for: 'map' })
  }

  const another = (
    <View className="place__again">
      <Button onPress={again}>换个办法找</Button>
    </View>
  )

  return (
    <Screen>
      {refused && <Notice kind="danger">{refused.message}</Notice>}
      {found && purpose === 'look' && <ShowFound found={found}>{another}</ShowFound>}
      {found && purpose !== 'look' && (
        <Card title={found.place.address ?? found.area.name}>
          {found.located && <Outside located={found.located} />}
          <View className="place__row">属于{found.area.name}。</View>
          <Button kind="main" busy={sending} onPress={() => void done(found)}>
            就是这里
          </Button>
        </Card>
      )}
      {!found && way.name === 'start' && (
        <Ways onFound={setFound} onMap={openMap} onList={() => setWay({ name: 'list', for: 'area' })} />
      )}
      {!found && way.name === 'list' && (
        <Browse
          alsoAbove={purpose === 'look' && way.for === 'area'}
          {...(way.for === 'map' && { onOpen: ({ id }) => setWay({ name: 'map', near: id }) })}
          onFound={area => setFound({ area, place: { address: area.name } })}
        />
      )}
      {!found && way.name === 'map' && (
        <PickOnMap
          key={way.near}
          near={way.near}
          busy={sending}
          onDone={onMap}
          onElsewhere={() => setWay({ name: 'list', for: 'map' })}
        />
      )}
      {(found ? purpose !== 'look' : way.name !== 'start') && another}
      {/* A card brings the telephone of its own people. */}
      {(!found || purpose !== 'look') && <CallBar />}
    </Screen>
  )
}
