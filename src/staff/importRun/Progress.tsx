import { View } from '@tarojs/components'
import type { ImportRun } from '../../../contract/importRun'
import { importStepWords } from '../../../contract/importTerms'
import type { CloudError } from '../../cloud/CloudError'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'

interface Props {
  run: ImportRun
  /** Why it does not go on just now. */
  stopped?: CloudError
  onGoOn: () => void
}

/** How far checking or applying is; why it stopped; and how many open requests have followed since. */
export const Progress = ({ run, stopped, onGoOn }: Props) => {
  const { progress, message, follow } = run
  const share = progress?.of ? Math.round((100 * progress.done) / progress.of) : 0
  return (
    <View>
      {progress && (
        <View
          className="import-run__progress"
          role="progressbar"
          aria-label={importStepWords[progress.step]}
          aria-valuenow={share}
        >
          <View>
            {importStepWords[progress.step]}：{share}%
          </View>
          <View className="import-run__bar" aria-hidden>
            <View className="import-run__done" style={{ width: `${share}%` }} />
          </View>
        </View>
      )}
      {stopped && (
        <Notice kind={stopped.code === 'offline' ? 'warn' : 'danger'} title="停在半路">
          <View>{stopped.message}已经做了的不会丢。</View>
          <Button onPress={onGoOn}>接着做</Button>
        </Notice>
      )}
      {message && <Notice kind={run.state === 'unreadable' ? 'danger' : 'warn'}>{message}</Notice>}
      {follow && (
        <View className="import-run__about">
          {follow.done ? '该跟着换地方的都已跟过去' : '没办完的事和住户正在跟过去'}（{follow.moved} 项）
        </View>
      )}
    </View>
  )
}
