import { View } from '@tarojs/components'
import { useState } from 'react'
import { importService } from '../../../contract/import'
import type { ImportRun } from '../../../contract/importRun'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'

const { undo } = client(importService)

interface Props {
  run: ImportRun
  onDone: (run: ImportRun) => void
  onCancel: () => void
}

/** Putting back what was in force before, with why. */
export const Undo = ({ run, onDone, onCancel }: Props) => {
  const [text, setText] = useState('')
  const { send, sending, error } = useSend(undo)
  const done = async () => {
    const answer = await send({ id: run.id, version: run.version, text })
    if (answer) onDone(answer.run)
  }
  return (
    <Card title="撤销这次导入？">
      <View>
        导入前的区域、人员和楼栋会回来；跟着换了地方的事、住户、家人的住处和理事会也会回去。住户后来自己改过的，按住户改的。
      </View>
      <Field
        label="为什么撤销？"
        hint="比如：边界画错了"
        most={200}
        value={text}
        onChange={setText}
        {...(error && { error: error.message })}
      />
      {!text.trim() && <Notice>先写一句为什么，同事看得到。</Notice>}
      <View className="import-run__do">
        <Button kind="danger" busy={sending} disabled={!text.trim()} onPress={() => void done()}>
          确认撤销
        </Button>
      </View>
      <Button onPress={onCancel}>先不撤销</Button>
    </Card>
  )
}
