import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'

interface Props {
  sending: boolean
  error?: string
  onCode: (code: string) => Promise<void>
}

/** By eight digits from a colleague, for whoever's phone is not on file. */
export const ByCode = ({ sending, error, onCode }: Props) => {
  const [text, setText] = useState('')
  const [short, setShort] = useState(false)
  const digits = text.normalize('NFKC').replace(/\D/g, '')
  const send = () => {
    setShort(digits.length !== 8)
    if (digits.length === 8) void onCode(digits)
  }
  const wrong = short ? '绑定码是 8 个数字，请再看看。' : error
  return (
    <Card title="用绑定码绑定">
      <View className="claim__part">
        手机号没有登记，或者换了号？请管您这片的同事在“班组和请假”里给您一个绑定码，半小时内有效。
      </View>
      <Field
        label="绑定码"
        hint="8 个数字"
        most={20}
        value={text}
        onChange={setText}
        {...(wrong && { error: wrong })}
      />
      <Button kind="main" busy={sending} disabled={!text.trim()} onPress={send}>
        用绑定码绑定
      </Button>
    </Card>
  )
}
