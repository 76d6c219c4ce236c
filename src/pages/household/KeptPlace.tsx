import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { HouseholdPlace } from '../../../contract/account'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'

interface Props {
  place: HouseholdPlace
  busy: boolean
  onChange: () => void
  onForget: () => void
}

/** One place that is kept: what of it, who looks after it, and the way to change or forget it. */
export const KeptPlace = ({ place: { label, grid, building }, busy, onChange, onForget }: Props) => {
  const [sure, setSure] = useState(false)
  return (
    <Card title={label}>
      <View className="household__do">
        {grid ? [building, grid.name].filter(Boolean).join(' · ') : '这里的网格划过了，请重新选一下。'}
      </View>
      {sure ? (
        <View>
          <View className="household__do">去掉以后就不记得了，可以再记。</View>
          <View className="household__do">
            <Button kind="danger" label={`确定去掉${label}`} busy={busy} onPress={onForget}>
              确定去掉
            </Button>
          </View>
          <Button label={`留着${label}`} onPress={() => setSure(false)}>
            留着
          </Button>
        </View>
      ) : (
        <View>
          {grid && (
            <View className="household__do">
              <Button
                label={`看${label}的网格员`}
                onPress={() => void Taro.navigateTo({ url: `/pages/card/index?area=${grid.id}` })}
              >
                看这里的网格员
              </Button>
            </View>
          )}
          <View className="household__do">
            <Button label={`更改${label}`} onPress={onChange}>
              更改
            </Button>
          </View>
          <Button label={`去掉${label}`} onPress={() => setSure(true)}>
            去掉
          </Button>
        </View>
      )}
    </Card>
  )
}
