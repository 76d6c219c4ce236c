import { View } from '@tarojs/components'
import type { ImportKept } from '../../../contract/import'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Card } from '../../design/Card/Card'

/** How long what imports and exports leave behind is kept, when it was last cleared away, and when that is done next. */
export const Kept = ({ undoable, reportDays, sourceDays, exportMinutes, clearedAt, nextAt }: ImportKept) => (
  <Card title="这些东西留多久">
    <View className="imports__figure">换下来的区域、人员、楼栋：留最近 {undoable} 次，可以撤销</View>
    <View className="imports__figure">每一行的核对结果：{reportDays} 天</View>
    <View className="imports__figure">上传了没启用的文件：{sourceDays} 天；启用后马上删</View>
    <View className="imports__figure">导出的文件：{exportMinutes} 分钟</View>
    <View className="imports__hint">
      {clearedAt === undefined ? '还没有清理过，会自动清理。' : `上次清理：${whenWords(clearedAt, now())}。`}
      {nextAt !== undefined && nextAt > now() && `最晚${whenWords(nextAt, now())}再清理一次。`}
    </View>
  </Card>
)
