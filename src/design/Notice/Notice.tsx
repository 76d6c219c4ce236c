import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Notice.scss'

interface Props {
  /** `danger` for danger and refusals, `warn` for time running out, `calm` for good to know. */
  kind?: 'calm' | 'warn' | 'danger'
  title?: string
  children?: ReactNode
}

/** Something to notice, read aloud when it appears. Colour is never the only sign: the words say it. */
export const Notice = ({ kind = 'calm', title, children }: Props) => (
  <View className={`notice notice--${kind}`} role={kind === 'danger' ? 'alert' : 'status'} aria-live="polite">
    {title && <View className="notice__title">{title}</View>}
    {children}
  </View>
)
