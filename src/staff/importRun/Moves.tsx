import { View } from '@tarojs/components'
import { useState } from 'react'
import { importService } from '../../../contract/import'
import type { ImportRun } from '../../../contract/importRun'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { Apply } from './Apply'
import { Undo } from './Undo'

const { recheck } = client(importService)

interface Props {
  run: ImportRun
  onChanged: (run: ImportRun) => void
}

/** What can be done with a run now. What changes the street asks once more, with what it would change. */
export const Moves = ({ run, onChanged }: Props) => {
  const [open, setOpen] = useState<'apply' | 'undo'>()
  const checking = useSend(recheck)
  const may = (move: ImportRun['moves'][number]) => run.moves.includes(move)
  const close = () => setOpen(undefined)
  const changed = (next: ImportRun) => {
    close()
    onChanged(next)
  }
  const again = async () => {
    const answer = await checking.send({ id: run.id, version: run.version })
    if (answer) changed(answer.run)
  }
  if (run.stays) return <Notice title="现在不能撤销">{run.stays}</Notice>
  if (!may('apply') && !may('undo') && !may('recheck')) return null
  if (open === 'apply') return <Apply run={run} onDone={changed} onCancel={close} />
  if (open === 'undo') return <Undo run={run} onDone={changed} onCancel={close} />
  return (
    <Card title="下一步">
      {checking.error && <Notice kind="danger">{checking.error.message}</Notice>}
      {may('apply') && (
        <View className="import-run__do">
          <Button kind="main" onPress={() => setOpen('apply')}>
            启用这次导入
          </Button>
        </View>
      )}
      {may('recheck') && (
        <View className="import-run__do">
          <Button busy={checking.sending} onPress={() => void again()}>
            重新核对
          </Button>
        </View>
      )}
      {may('undo') && (
        <View className="import-run__do">
          <Button onPress={() => setOpen('undo')}>撤销这次导入</Button>
        </View>
      )}
    </Card>
  )
}
