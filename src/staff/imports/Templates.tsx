import { View } from '@tarojs/components'
import { importService } from '../../../contract/import'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { useHandOut } from './useHandOut'

const { template } = client(importService)
const formats = ['xlsx', 'csv'] as const

/** Empty tables with the headers, to fill in. */
export const Templates = ({ kind }: { kind: 'officers' | 'places' }) => {
  const { busy, problem, handOut } = useHandOut()
  return (
    <View className="imports__files">
      {formats.map(format => (
        <Button
          key={format}
          busy={busy === format}
          onPress={() => void handOut(format, () => template({ kind, format }))}
        >
          下载模板（{format.toUpperCase()}）
        </Button>
      ))}
      {problem && <Notice kind="warn">{problem}</Notice>}
    </View>
  )
}
