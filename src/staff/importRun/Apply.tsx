import { View } from '@tarojs/components'
import { importService } from '../../../contract/import'
import type { ImportRun } from '../../../contract/importRun'
import { client } from '../../cloud/client'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { followWords } from './moveWords'

const { apply } = client(importService)

interface Props {
  run: ImportRun
  onDone: (run: ImportRun) => void
  onCancel: () => void
}

/** The last question before an import counts, with what it changes. */
export const Apply = ({ run, onDone, onCancel }: Props) => {
  const { send, sending, error } = useSend(apply)
  const { added = 0, changed = 0, ended = 0, warnings = 0 } = run.totals ?? {}
  const follows = run.totals && followWords(run.totals)
  const done = async () => {
    const answer = await send({ id: run.id, version: run.version })
    if (answer) onDone(answer.run)
  }
  return (
    <Card title="启用这次导入？">
      <View>
        新增 {added}，改动 {changed}，取消 {ended}。
      </View>
      {follows && <View>跟着换地方的：{follows}。</View>}
      {warnings > 0 && <Notice kind="warn">还有 {warnings} 条提醒，请确认看过。</Notice>}
      {ended > 0 && <Notice kind="warn">有 {ended} 项会取消，居民马上就看不到了。</Notice>}
      {error && <Notice kind="danger">{error.message}</Notice>}
      <View className="import-run__do">
        <Button kind="main" busy={sending} onPress={() => void done()}>
          确认启用
        </Button>
      </View>
      <Button onPress={onCancel}>再想想</Button>
      <View className="import-run__about">全部启用或者一项也不启用；启用后可以撤销。</View>
    </Card>
  )
}
