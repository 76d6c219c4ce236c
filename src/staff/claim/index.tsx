import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { accountService } from '../../../contract/account'
import type { OutputOf } from '../../../contract/service'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Card } from '../../design/Card/Card'
import { CallBar } from '../../design/CallBar/CallBar'
import { Screen } from '../../design/Screen/Screen'
import { ByCode } from './ByCode'
import { ByPhone } from './ByPhone'
import { Claimed } from './Claimed'
import './index.scss'

const { claim } = client(accountService)

export type Claim = OutputOf<typeof accountService, 'claim'>

/** 绑定工作身份: whoever works for the street shows that a staff record is theirs, by phone number or by a code. */
export default function ClaimPage() {
  const [done, setDone] = useState<Claim>()
  const byPhone = useSend(claim)
  const byCode = useSend(claim)
  // The form was long and may have been scrolled; what replaces it is short.
  const isDone = done !== undefined
  useEffect(() => {
    if (isDone) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
  }, [isDone])
  if (done) {
    return (
      <Screen>
        <Claimed {...done} />
      </Screen>
    )
  }
  return (
    <Screen>
      <Card title="您是网格员或者街道、社区的工作人员吗？">
        <View>绑定以后，派给您的事会发到这个微信，您的待办也在这里。</View>
        <View className="claim__soft">居民不用绑定，直接用就行。</View>
      </Card>
      <ByPhone
        sending={byPhone.sending}
        {...(byPhone.error && { error: byPhone.error.message })}
        onCode={async code => setDone(await byPhone.send({ by: 'phone', code }))}
      />
      <ByCode
        sending={byCode.sending}
        {...(byCode.error && { error: byCode.error.message })}
        onCode={async code => setDone(await byCode.send({ by: 'code', code }))}
      />
      <CallBar />
    </Screen>
  )
}
