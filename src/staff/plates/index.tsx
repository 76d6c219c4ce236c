import { View } from '@tarojs/components'
import { useState } from 'react'
import type { PlateLine } from '../../../contract/plate'
import { Button } from '../../design/Button/Button'
import { Empty, Failed, Loading } from '../../design/Feedback/Feedback'
import { Notice } from '../../design/Notice/Notice'
import { Screen } from '../../design/Screen/Screen'
import { PlateRow } from './PlateRow'
import { Sheets } from './Sheets'
import { usePlates } from './usePlates'
import './index.scss'

/** 公示牌: choose areas, make their plates and print them; replace one that was lost. */
export default function PlatesPage() {
  const { data, error, loading, reload, problem, open, more, put, chosen, toggle, choose } = usePlates()
  const [replacing, setReplacing] = useState<string>()
  if (!data)
    return (
      <Screen>
        {loading && <Loading lines={5} />}
        {error && <Failed error={error} onRetry={() => void reload()} />}
      </Screen>
    )
  const { area, path, below, lines, count, next } = data
  const all = lines.map(line => line.area.id)
  const isAll = all.length > 0 && all.every(id => chosen.includes(id))
  const replaced = (line: PlateLine) => {
    put([line])
    setReplacing(undefined)
  }
  return (
    <Screen>
      <View className="plates__label">
        {area.name}：{count} 块牌子的位置
      </View>
      <View className="plates__places">
        {path.slice(0, -1).map(({ id, name }) => (
          <Button key={id} label={`回到${name}`} onPress={() => void open(id)}>
            ‹ {name}
          </Button>
        ))}
        {below.map(({ id, name }) => (
          <Button key={id} label={`只看${name}`} onPress={() => void open(id)}>
            {name}
          </Button>
        ))}
      </View>
      {problem && <Notice kind="warn">{problem.message}</Notice>}
      {!lines.length && <Empty title="这里还没有网格" hint="先导入网格，再来做牌子。" />}
      {lines.length > 0 && (
        <View className="plates__do">
          <Button onPress={() => choose(isAll ? [] : all)}>
            {isAll ? '都不选' : `选中下面 ${all.length} 个`}
          </Button>
        </View>
      )}
      {lines.map(line => (
        <PlateRow
          key={line.area.id}
          line={line}
          chosen={chosen.includes(line.area.id)}
          onToggle={() => toggle(line.area.id)}
          replacing={replacing === line.area.id}
          onReplace={isOpen => setReplacing(isOpen ? line.area.id : undefined)}
          onReplaced={replaced}
        />
      ))}
      {next && (
        <View className="plates__more">
          <Button onPress={() => void more()}>再看更多</Button>
        </View>
      )}
      <Sheets chosen={chosen} onIssued={put} />
    </Screen>
  )
}
