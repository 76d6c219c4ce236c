import { View } from '@tarojs/components'
import Taro, { useRouter, useUnload } from '@tarojs/taro'
import { useState } from 'react'
import { accountService } from '../../../contract/account'
import { areaService } from '../../../contract/area'
import type { Point } from '../../../contract/place'
import type { OutputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import { useCall } from '../../cloud/useCall'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Failed, Loading } from '../../design/Feedback/Feedback'
import { GridMap } from '../../design/GridMap'
import { Notice } from '../../design/Notice/Notice'
import { Screen } from '../../design/Screen/Screen'
import { homeGrid, rememberHomeGrid } from './homeGrid'
import { placeChosen } from '../../platform/place/placeChosen'
import './index.scss'

type Listed = OutputOf<typeof areaService, 'list'>
type Mapped = OutputOf<typeof areaService, 'map'>

const areas = client(areaService)
const { setHome } = client(accountService)

/** Choosing a grid, and a point in it, on the map or from the list: for my home, or for where something is. */
export default function PlacePage() {
  const { near, for: purpose = 'home' } = useRouter().params
  const [within, setWithin] = useState(near ?? homeGrid())
  const [chosen, setChosen] = useState<{ gridId: string; point?: Point }>()
  const { data, error, loading, reload, show } = useCall<Listed | Mapped>(() => ask(within))
  const { send, sending, error: refused } = useSend(setHome)
  useUnload(() => Taro.eventCenter.trigger(placeChosen, undefined))

  const open = async (areaId: string) => {
    setWithin(areaId)
    show(await ask(areaId))
  }
  const done = async () => {
    if (!chosen) return
    const name = mapped?.areas.find(({ id }) => id === chosen.gridId)?.name ?? ''
    if (purpose === 'home') {
      if (!(await send({ gridId: chosen.gridId }))) return
      rememberHomeGrid(chosen.gridId)
    } else {
      Taro.eventCenter.trigger(placeChosen, { ...chosen, address: name })
    }
    void Taro.navigateBack()
  }

  const mapped = data && 'within' in data ? data : undefined
  const listed = data && !('within' in data) ? data : undefined
  return (
    <Screen>
      {loading && <Loading />}
      {error && <Failed error={error} onRetry={() => void reload()} />}
      {listed && (
        <View>
          <View className="place__ask">
            {listed.parent ? `${listed.parent.name}的哪个社区？` : '您在哪个街道？'}
          </View>
          {listed.areas.map(({ id, name }) => (
            <View key={id} className="place__row">
              <Button onPress={() => void open(id)}>{name}</Button>
            </View>
          ))}
        </View>
      )}
      {mapped && (
        <View>
          <View className="place__ask">{mapped.within.name}：在图上点一下，或从下面选</View>
          <GridMap
            grids={mapped.areas}
            {...(chosen && { selected: chosen.gridId })}
            {...(chosen?.point && { pin: chosen.point })}
            onTouch={(point, gridId) => setChosen({ gridId, point })}
          />
          {refused && <Notice kind="danger">{refused.message}</Notice>}
          <View className="place__done">
            <Button kind="main" busy={sending} disabled={!chosen} onPress={() => void done()}>
              {chosen
                ? `就是${mapped.areas.find(({ id }) => id === chosen.gridId)?.name ?? '这里'}`
                : '先选一个网格'}
            </Button>
          </View>
          <View className="place__grids" role="radiogroup" aria-label="网格名单">
            {mapped.areas.map(({ id, name }) => (
              <View
                key={id}
                className={`place__grid${id === chosen?.gridId ? ' place__grid--chosen' : ''}`}
                role="radio"
                tabIndex={0}
                aria-checked={id === chosen?.gridId}
                aria-label={name}
                onClick={() => setChosen({ gridId: id })}
              >
                {name}
              </View>
            ))}
          </View>
          <Button onPress={() => void open('')}>不在这里，换个社区</Button>
        </View>
      )}
    </Screen>
  )
}

/** A street opens as the list of its communities, anything below as the map of its community. */
const ask = async (areaId?: string): Promise<Listed | Mapped> => {
  if (areaId) {
    const listed = await areas.list({ parentId: areaId })
    return listed.parent?.kind === 'street' ? listed : areas.map({ areaId })
  }
  const streets = await areas.list({})
  const [only, ...others] = streets.areas
  // One street is no choice.
  return only && !others.length ? areas.list({ parentId: only.id }) : streets
}
