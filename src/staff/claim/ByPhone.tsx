import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { Tick } from '../../design/Tick/Tick'
import { PhoneButton } from '../../platform/phoneNumber'

interface Props {
  sending: boolean
  error?: string
  onCode: (code: string) => Promise<void>
}

/** By the phone number of this WeChat, after saying in plain words what becomes of it. */
export const ByPhone = ({ sending, error, onCode }: Props) => {
  const [agreed, setAgreed] = useState(false)
  const [refused, setRefused] = useState(false)
  const words = '用手机号绑定'
  const ask = (code: string | undefined) => {
    setRefused(code === undefined)
    if (code !== undefined) void onCode(code)
  }
  return (
    <Card title="用手机号绑定">
      <View>
        点按钮后，微信会问您同不同意。手机号只用来和单位登记的号码对一次，对完就丢掉，不保存，也不给别人看。
      </View>
      <View className="claim__part">
        <Tick ticked={agreed} onChange={setAgreed}>
          同意用我的手机号核对一次
        </Tick>
      </View>
      {agreed ? (
        <PhoneButton words={words} busy={sending} onCode={ask} />
      ) : (
        <Button kind="main" disabled onPress={() => undefined}>
          {words}
        </Button>
      )}
      {refused && <Notice kind="warn">没有拿到手机号。可以再点一次，也可以用下面的绑定码。</Notice>}
      {error && <Notice kind="danger">{error}</Notice>}
    </Card>
  )
}
