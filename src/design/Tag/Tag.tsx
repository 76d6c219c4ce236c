import { View } from '@tarojs/components'
import './Tag.scss'

interface Props {
  children: string
  kind?: 'calm' | 'warn' | 'danger' | 'quiet'
}

/** A word or two about the state of something. */
export const Tag = ({ children, kind = 'calm' }: Props) => (
  <View className={`tag tag--${kind}`}>{children}</View>
)
