import { View } from '@tarojs/components'
import type { CloudError } from '../../cloud/CloudError'
import { Button } from '../Button/Button'
import { Notice } from '../Notice/Notice'
import './Feedback.scss'

/** The shape of what is coming, while it is coming. */
export const Loading = ({ lines = 3 }: { lines?: number }) => (
  <View className="loading" role="status" aria-label="正在打开">
    {Array.from({ length: lines }, (_, line) => (
      <View key={line} className="loading__line" />
    ))}
  </View>
)

/** Nothing here, and what that means. */
export const Empty = ({ title, hint }: { title: string; hint?: string }) => (
  <View className="empty">
    <View className="empty__title">{title}</View>
    {hint}
  </View>
)

/** Why a page could not be filled, and the way to try again. */
export const Failed = ({ error, onRetry }: { error: CloudError; onRetry: () => void }) => (
  <Notice
    kind={error.code === 'offline' ? 'warn' : 'danger'}
    title={error.code === 'offline' ? '网络不通' : '没有打开'}
  >
    <View className="failed__words">
      {error.code === 'offline' ? '等有网络了再试。急事请直接打电话。' : error.message}
    </View>
    {error.code !== 'notFound' && <Button onPress={onRetry}>再试一次</Button>}
  </Notice>
)
