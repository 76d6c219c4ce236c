import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { areaService } from '../../../contract/area'
import { CloudError } from '../../cloud/CloudError'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { scanPlate } from '../../platform/scan'
import type { Found } from './found'
import { Search } from './Search'
import { useMyPlace } from './useMyPlace'

const { locate } = client(areaService)

interface Props {
  onFound: (found: Found) => void
  onMap: () => void
  onList: () => void
}

/** The ways to a place, the quickest first. Opening them asks nothing of the cloud. */
export const Ways = ({ onFound, onMap, onList }: Props) => {
  const [state, setState] = useState<{ locating: boolean; refused?: boolean; error?: CloudError }>({
    locating: false,
  })
  const mine = useMyPlace()
  const busy = useRef(false)
  const findMine = async () => {
    if (busy.current) return
    busy.current = true
    setState({ locating: false })
    try {
      const place = await mine.ask()
      if (place === 'refused') return setState({ locating: false, refused: true })
      if (!place?.point) return undefined
      setState({ locating: true })
      const located = await locate({ point: place.point })
      return onFound({ area: located.grid, place, located })
    } catch (error) {
      const known = error instanceof CloudError ? error : new CloudError('internal', '没有找成，请再试一次。')
      return setState({ locating: false, error: known })
    } finally {
      busy.current = false
    }
  }
  return (
    <View>
      {state.refused && (
        <Notice title="没关系，不用位置也能找到">
          搜小区名、看地图、翻名单都行。以后想用位置，再点“用我的位置找”；微信里关掉了的，在右上角“…”的“设置”里打开。
        </Notice>
      )}
      {state.error && (
        <Notice kind="warn" title={state.error.code === 'offline' ? '网络不通' : '没有找到'}>
          {state.error.code === 'offline' ? '等有网络了再找。急事请直接打电话。' : state.error.message}
        </Notice>
      )}
      <Search
        onFound={({ kind, name, area, point }) =>
          onFound({
            area,
            place: {
              ...(point && { point }),
              ...(kind === 'place' ? { address: name } : { address: area.name }),
            },
          })
        }
      />
      {mine.sheet ?? (
        <View className="place__row">
          <Button kind="main" busy={state.locating} onPress={() => void findMine()}>
            用我的位置找
          </Button>
        </View>
      )}
      <View className="place__row">
        <Button onPress={() => void scanPlate()}>扫公示牌上的码</Button>
      </View>
      <View className="place__row">
        <Button onPress={onMap}>在地图上点</Button>
      </View>
      <View className="place__row">
        <Button onPress={onList}>从名单里选</Button>
      </View>
    </View>
  )
}
