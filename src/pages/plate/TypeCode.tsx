import { useState } from 'react'
import { codeIn } from '../../../domain/plate/writtenCode'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'

/** For who cannot scan: the number printed under the code on the plate. */
export const TypeCode = ({ onType }: { onType: (code: string) => void }) => {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const look = () => {
    const code = codeIn(text)
    setWrong(!code)
    if (code) onType(code)
  }
  return (
    <Card title="输入牌子上的编号">
      <Field
        label="编号"
        hint="二维码下面那行字"
        most={40}
        value={text}
        onChange={setText}
        {...(wrong && { error: '编号一共 20 个字母和数字，请对着牌子再看看。' })}
      />
      <Button kind="main" onPress={look}>
        看看谁在管
      </Button>
    </Card>
  )
}
