import { View } from '@tarojs/components'
import { useState } from 'react'
import { type BindingView, rosterService } from '../../../contract/roster'
import { whenWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import { now } from '../../cloud/now'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { Release } from './Release'

const { makeBindingCode } = client(rosterService)

interface Props extends BindingView {
  officerId: string
  name: string
  onChanged: () => void
}

/** Whether an officer has bound an account, and what those in charge can do about it. */
export const BindingPart = ({ officerId, name, since, codeUntil, version, onChanged }: Props) => {
  const [releasing, setReleasing] = useState(false)
  const { send, sending, error } = useSend(makeBindingCode)
  const [given, setGiven] = useState<{ code: string; until: number }>()
  const give = async () => setGiven(await send({ officerId }))
  if (since !== undefined) {
    return (
      <View className="roster__part">
        <View className="roster__soft">{whenWords(since, now())}绑定了微信</View>
        {releasing ? (
          <Release
            {...{ officerId, name, version }}
            onCancel={() => setReleasing(false)}
            onDone={() => {
              setReleasing(false)
              onChanged()
            }}
          />
        ) : (
          <View className="roster__part">
            <Button label={`解除${name}的微信绑定`} onPress={() => setReleasing(true)}>
              解除微信绑定
            </Button>
          </View>
        )}
      </View>
    )
  }
  return (
    <View className="roster__part">
      <View className="roster__soft">还没有绑定微信，收不到消息</View>
      {given ? (
        <Notice title={`绑定码 ${given.code.slice(0, 4)} ${given.code.slice(4)}`}>
          <View>
            请当面或打电话告诉{name}本人，{whenWords(given.until, now())}前有效，只能用一次。
          </View>
          <View>他打开“我的”，点“我是工作人员”，填上就行。离开这一页就看不到了。</View>
        </Notice>
      ) : (
        codeUntil !== undefined && (
          <View className="roster__soft">给过一个绑定码，{whenWords(codeUntil, now())}前有效</View>
        )
      )}
      {error && <Notice kind="danger">{error.message}</Notice>}
      <View className="roster__part">
        <Button label={`给${name}一个绑定码`} busy={sending} onPress={() => void give()}>
          {given || codeUntil !== undefined ? '重新给一个绑定码' : '给一个绑定码'}
        </Button>
      </View>
    </View>
  )
}
