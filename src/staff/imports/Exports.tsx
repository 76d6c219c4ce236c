import { View } from '@tarojs/components'
import { type ExportLine, importService } from '../../../contract/import'
import { importKindWords } from '../../../contract/importTerms'
import { whenWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { newToken } from '../../platform/token'
import { useHandOut } from './useHandOut'

const { exportFile } = client(importService)

const files = [
  { kind: 'areas', format: 'geojson', words: 'GeoJSON' },
  { kind: 'officers', format: 'xlsx', words: 'XLSX' },
  { kind: 'officers', format: 'csv', words: 'CSV' },
  { kind: 'places', format: 'xlsx', words: 'XLSX' },
  { kind: 'places', format: 'csv', words: 'CSV' },
] as const

/** What is in force, as files that can be changed and imported again; and who took some of late. */
export const Exports = ({ taken }: { taken: readonly ExportLine[] }) => {
  const { busy, problem, handOut } = useHandOut()
  return (
    <Card title="导出现在用的">
      <View className="imports__files">
        {files.map(({ kind, format, words }) => (
          <Button
            key={kind + format}
            busy={busy === kind + format}
            onPress={() =>
              void handOut(kind + format, async () => exportFile({ kind, format, token: await newToken() }))
            }
          >
            {importKindWords[kind]}（{words}）
          </Button>
        ))}
      </View>
      {problem && <Notice kind="warn">{problem}</Notice>}
      <View className="imports__hint">下载的地址十来分钟后就打不开，文件也会删掉。谁导出过会记下来。</View>
      {taken.map(({ at, by, kind, rows, phones }) => (
        <View key={`${at}${kind}`} className="imports__hint">
          {whenWords(at, now())}，{by}：{importKindWords[kind]} {rows} 行{phones && '，含个人手机'}
        </View>
      ))}
    </Card>
  )
}
