import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { plateService } from '../../../contract/plate'
import type { OutputOf } from '../../../contract/service'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { dial } from '../../platform/phone'
import './index.scss'

const words = {
  old: {
    title: '这块牌子已经不用了',
    why: '这里换过新牌子，或者网格重新划过。您还是能找到网格员：',
  },
  unknown: {
    title: '没有查到这块牌子',
    why: '可能没扫清楚，也可能不是街道挂的牌子。请不要在来路不明的牌子上填资料、付钱。您还是能找到网格员：',
  },
}

/** What happened with a plate that does not count, and how to reach somebody all the same. */
export const OtherWays = ({ state, area, dutyPhone }: OutputOf<typeof plateService, 'open'>) => {
  const { title, why } = words[state === 'old' ? 'old' : 'unknown']
  const go = (url: string) => void Taro.navigateTo({ url })
  return (
    <View>
      <Notice kind="warn" title={title}>
        {why}
      </Notice>
      <Card title="怎么找网格员">
        {dutyPhone && (
          <View className="plate__way">
            <Button kind="main" label={`打值班电话 ${dutyPhone}`} onPress={() => dial(dutyPhone)}>
              打值班电话
            </Button>
          </View>
        )}
        <View className="plate__way">
          <Button onPress={() => go(`/pages/place/index${area ? `?near=${area.id}` : ''}`)}>
            {area ? `看${area.name}附近的网格` : '从地图或名单里找'}
          </Button>
        </View>
      </Card>
    </View>
  )
}
