import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { importService } from '../../../contract/import'
import type { ImportRun } from '../../../contract/importRun'
import { importKindWords } from '../../../contract/importTerms'
import { whenWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import { type From, useList } from '../../cloud/useList'
import { now } from '../../cloud/now'
import { Card } from '../../design/Card/Card'
import { List } from '../../design/List/List'
import { Screen } from '../../design/Screen/Screen'
import { Tag } from '../../design/Tag/Tag'
import { Exports } from './Exports'
import { Figures } from './Figures'
import { Kept } from './Kept'
import { NewImport } from './NewImport'
import { stateKind, stateWords } from './stateWords'
import './index.scss'

const { list } = client(importService)
// The contract names them runs; lists here are lines.
const page = async (from: From) => {
  const { runs, ...rest } = await list(from)
  return { ...rest, lines: runs }
}

/** 导入和导出: a new import, what is in force as files, and what was imported before. */
export default function ImportsPage() {
  const runs = useList(page)
  return (
    <Screen>
      {runs.data && <View className="imports__label">{runs.data.area.name}</View>}
      {runs.data && (
        <View className="imports__desk">
          <NewImport />
          <Exports taken={runs.data.exports ?? []} />
        </View>
      )}
      {runs.data?.figures && <Figures {...runs.data.figures} />}
      {runs.data?.kept && <Kept {...runs.data.kept} />}
      <View className="imports__heading">导入过的</View>
      <List
        list={runs}
        line={run => <Row key={run.id} run={run} />}
        empty={{ title: '还没有导入过', hint: '从上面选一个文件开始。' }}
      />
    </Screen>
  )
}

const Row = ({ run }: { run: ImportRun }) => (
  <Card
    label={`${importKindWords[run.kind]}：${run.fileName}，${stateWords[run.state]}`}
    onPress={() => void Taro.navigateTo({ url: `/staff/importRun/index?id=${run.id}` })}
  >
    <View className="imports__name">{run.fileName}</View>
    <View className="imports__hint">
      {importKindWords[run.kind]}，{run.area.name}，{whenWords(run.createdAt, now())}
    </View>
    <Tag kind={stateKind(run)}>{stateWords[run.state]}</Tag>
  </Card>
)
