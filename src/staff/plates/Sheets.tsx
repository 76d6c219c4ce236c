import { View } from '@tarojs/components'
import { useState } from 'react'
import { perPageMost } from '../../../contract/print'
import type { PlateLine } from '../../../contract/plate'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import { openFile } from '../../platform/file'
import { type SheetFormat, useSheets } from './useSheets'

const perPages = Array.from({ length: perPageMost }, (_, n) => String(n + 1))
const formats: { value: SheetFormat; words: string }[] = [
  { value: 'pdf', words: 'PDF（打印）' },
  { value: 'png', words: '图片' },
]

interface Props {
  chosen: readonly string[]
  onIssued: (lines: PlateLine[]) => void
}

/** Makes the chosen plates and the sheets to print: how many on a sheet, as what, how far it is, and the files. */
export const Sheets = ({ chosen, onIssued }: Props) => {
  const [perPage, setPerPage] = useState('4')
  const [format, setFormat] = useState<SheetFormat>('pdf')
  const { progress, error, files, missing, make } = useSheets(onIssued)
  const [unopened, setUnopened] = useState(false)
  const open = (url: string, fileName: string) =>
    openFile(url, fileName).then(
      () => setUnopened(false),
      () => setUnopened(true),
    )
  return (
    <Card title="打印">
      <View className="plates__label">一张 A4 放几块</View>
      <Tiles
        label="一张 A4 放几块"
        choices={perPages.map(value => ({ value, words: value }))}
        chosen={perPage}
        onChoose={setPerPage}
      />
      <View className="plates__label">要哪种文件</View>
      <Tiles label="要哪种文件" choices={formats} chosen={format} onChoose={setFormat} />
      {progress && <Notice>{progress}</Notice>}
      {error && (
        <Notice kind={error.code === 'offline' ? 'warn' : 'danger'} title="没有做完">
          {error.message}
        </Notice>
      )}
      <View className="plates__do">
        <Button
          kind="main"
          busy={!!progress}
          disabled={!chosen.length}
          onPress={() => void make(chosen, Number(perPage), format)}
        >
          {chosen.length ? `做 ${chosen.length} 块牌子` : '先选要做的牌子'}
        </Button>
      </View>
      {missing && (
        <Notice kind="warn" title="有字打不出来">
          字库里没有“{missing}”，牌子上留了空，请用笔补上。
        </Notice>
      )}
      {unopened && <Notice kind="warn">文件没有打开。放久了会失效，请再做一次。</Notice>}
      {files.map(({ url, fileName }) => (
        <View key={url} className="plates__do">
          <Button onPress={() => void open(url, fileName)}>打开 {fileName}</Button>
        </View>
      ))}
    </Card>
  )
}
