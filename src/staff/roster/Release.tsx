import { View } from '@tarojs/components'
import { useState } from 'react'
import { rosterService } from '../../../contract/roster'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'

const { releaseBinding } = client(rosterService)

const reasons = ['换了微信', '手机丢了', '不在岗了', '绑错人了'] as const

interface Props {
  officerId: string
  name: string
  version: number
  onDone: () => void
  onCancel: () => void
}

/** Lets the account of an officer go: why, and what that means. */
export const Release = ({ officerId, name, version, onDone, onCancel }: Props) => {
  const [reason, setReason] = useState<(typeof reasons)[number]>()
  const { send, sending, error } = useSend(releaseBinding)
  const done = async () => {
    if (reason && (await send({ officerId, version, reason }))) onDone()
  }
  return (
    <View className="roster__part">
      <View className="roster__part">为什么解除？</View>
      <Tiles
        label="为什么解除"
        choices={reasons.map(words => ({ value: words, words }))}
        {...(reason && { chosen: reason })}
        onChoose={setReason}
      />
      <Notice kind="warn">
        解除以后，原来的微信马上看不到待办，也收不到消息。{name}名下的事还在，重新绑定后接着办。
      </Notice>
      {error && <Notice kind="danger">{error.message}</Notice>}
      <View className="roster__part">
        <Button kind="danger" busy={sending} disabled={!reason} onPress={() => void done()}>
          解除绑定
        </Button>
      </View>
      <Button onPress={onCancel}>先不解除</Button>
    </View>
  )
}
