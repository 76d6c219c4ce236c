import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import {
  coordinateSystems,
  coordinateWords,
  importFormats,
  importKinds,
  importKindWords,
  type MissingRule,
} from '../../../contract/importTerms'
import { Button } from '../../design/Button/Button'
import { Card } from '../../design/Card/Card'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import { chooseFile, type LocalFile } from '../../platform/file'
import { Templates } from './Templates'
import { useUpload } from './useUpload'

const kinds = importKinds.map(value => ({ value, words: importKindWords[value] }))
const systems = coordinateSystems.map(value => ({ value, words: coordinateWords[value] }))
const rules: { value: MissingRule; words: string }[] = [
  { value: 'keep', words: '文件里没有的，照旧' },
  { value: 'end', words: '文件里没有的，取消' },
]

/** What to import, in which coordinates, and the file. Nothing changes yet: first it is checked. */
export const NewImport = () => {
  const [kind, setKind] = useState(importKinds[0] as (typeof importKinds)[number])
  const [coordinates, setCoordinates] = useState(coordinateSystems[0] as (typeof coordinateSystems)[number])
  const [missing, setMissing] = useState<MissingRule>('keep')
  const [file, setFile] = useState<LocalFile>()
  const { share, error, upload } = useUpload()
  const pick = async () => {
    const chosen = await chooseFile(importFormats[kind])
    if (chosen) setFile(chosen)
  }
  const begin = async () => {
    const run = file && (await upload(file, { kind, coordinates, missing }))
    if (!run) return
    setFile(undefined)
    void Taro.navigateTo({ url: `/staff/importRun/index?id=${run.id}` })
  }
  return (
    <Card title="导入">
      <View className="imports__label">导入什么</View>
      <Tiles label="导入什么" choices={kinds} chosen={kind} onChoose={setKind} />
      {kind !== 'areas' && <Templates kind={kind} />}
      {kind !== 'officers' && (
        <>
          <View className="imports__label">文件里的坐标是哪一种</View>
          <Tiles label="坐标" choices={systems} chosen={coordinates} onChoose={setCoordinates} />
        </>
      )}
      <View className="imports__label">文件里没有的怎么办</View>
      <Tiles label="文件里没有的怎么办" choices={rules} chosen={missing} onChoose={setMissing} />
      {missing === 'end' && (
        <Notice kind="warn">
          只有文件是完整的一份时才选“取消”：没写在里面的会停用。核对时能先看到是哪些。
        </Notice>
      )}
      {error && (
        <Notice kind={error.code === 'offline' ? 'warn' : 'danger'} title="还没有开始">
          {error.message}
        </Notice>
      )}
      <View className="imports__do">
        <Button onPress={() => void pick()}>{file ? `已选：${file.name}` : '选文件'}</Button>
      </View>
      {process.env.TARO_ENV === 'weapp' && (
        <View className="imports__hint">先把文件发到“文件传输助手”，再从聊天里选。</View>
      )}
      {share !== undefined && (
        <View className="imports__hint" role="status">
          正在上传：{Math.round(share * 100)}%
        </View>
      )}
      <Button kind="main" busy={share !== undefined} disabled={!file} onPress={() => void begin()}>
        上传并核对
      </Button>
      <View className="imports__hint">先核对，什么都不会改；看过结果再决定启不启用。</View>
    </Card>
  )
}
