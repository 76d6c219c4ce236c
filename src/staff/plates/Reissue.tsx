import { View } from '@tarojs/components'
import { useState } from 'react'
import type { AreaBrief } from '../../../contract/area'
import { type PlateLine, plateService } from '../../../contract/plate'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'

const { reissue } = client(plateService)

const reasons = ['牌子丢了', '牌子坏了', '网格重新划了', '有人冒用'] as const

interface Props {
  area: AreaBrief
  issue: number
  onDone: (line: PlateLine) => void
  onCancel: () => void
}

/** A new plate for an area: why, and what becomes of the one that hangs there. */
export const Reissue = ({ area, issue, onDone, onCancel }: Props) => {
  const [reason, setReason] = useState<(typeof reasons)[number]>()
  const { send, sending, error } = useSend(reissue)
  const done = async () => {
    const answer = reason && (await send({ areaId: area.id, issue, reason }))
    if (answer) onDone(answer.line)
  }
  return (
    <View className="plates__reissue">
      <View className="plates__label">为什么换？</View>
      <Tiles
        label="为什么换"
        choices={reasons.map(words => ({ value: words, words }))}
        {...(reason && { chosen: reason })}
        onChoose={setReason}
      />
      <Notice kind="warn">
        换了以后，现在挂的第 {issue} 版马上作废，扫它会看到“这块牌子已经不用了”。换网格员不用换牌。
      </Notice>
      {error && <Notice kind="danger">{error.message}</Notice>}
      <View className="plates__do">
        <Button kind="danger" busy={sending} disabled={!reason} onPress={() => void done()}>
          作废旧牌，换新牌
        </Button>
      </View>
      <Button onPress={onCancel}>先不换</Button>
    </View>
  )
}
