import { View } from '@tarojs/components'
import { importKindWords, importService } from '../../../contract/import'
import { client } from '../../cloud/client'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { useHandOut } from './useHandOut'

const { exportFile } = client(importService)

const files = [
  { kind: 'areas', format: 'geojson', words: 'GeoJSON' },
  { kind: 'officers', format: 'xlsx', words: 'XLSX' },
  { kind: 'officers', format: 'csv', words: 'CSV' },
  { kind: 'places', format: 'xlsx', words: 'XLSX' },
  { kind: 'places', format: 'csv', words: 'CSV' },
] as const

/** What is in force, as files that can be changed and imported again. */
export const Exports = () => {
  const { busy, problem, handOut } = useHandOut()
  return (
    <Card title="导出现在用的">
      <View className="imports__files">
        {files.map(({ kind, format, words }) => (
          <Button
            key={kind + format}
            busy={busy === kind + format}
            onPress={() => void handOut(kind + format, () => exportFile({ kind, format }))}
          >
            {importKindWords[kind]}（{words}）
          </Button>
        ))}
      </View>
      {problem && <Notice kind="warn">{problem}</Notice>}
    </Card>
  )
}
