import { View } from '@tarojs/components'
import type { FigureFlag } from '../../../contract/import'
import { fullDateWords } from '../../../domain/time/words'
import { Card } from '../../design/Card/Card'

interface Props {
  count: number
  flags: readonly FigureFlag[]
}

const figureWords = { population: '人口', households: '户数' } as const

const whyWords = ({ why, limit }: FigureFlag): string =>
  ({ high: `超过上限 ${limit}`, low: `低于下限 ${limit}`, stale: `超过 ${limit} 天没更新` })[why]

/** Figures in force that somebody has to look at. They are mended in the file of areas, which is exported and imported again. */
export const Figures = ({ count, flags }: Props) => (
  <Card title={`要核对的数字：${count} 处`}>
    <View className="imports__hint">
      搬走的人没有减掉，数字就会虚高。先导出“区域”，改好人数和统计日期，再导入。
    </View>
    {flags.map(flag => (
      <View key={flag.area.id + flag.figure + flag.why} className="imports__figure">
        <View>{flag.area.name}</View>
        <View>
          {figureWords[flag.figure]} {flag.count}，{whyWords(flag)}
        </View>
        <View className="imports__hint">{fullDateWords(flag.asOf)}统计</View>
      </View>
    ))}
    {count > flags.length && (
      <View className="imports__hint">先看这 {flags.length} 处，改好了再列后面的。</View>
    )}
  </Card>
)
