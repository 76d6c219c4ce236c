import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Card.scss'

interface Props {
  title?: string
  children: ReactNode
  /** Makes the whole card one target. */
  onPress?: () => void
  label?: string
}

/** One matter on paper. */
export const Card = ({ title, children, onPress, label }: Props) => (
  <View
    className="card"
    {...(onPress && {
      role: 'button',
      tabIndex: 0,
      'aria-label': label,
      hoverClass: 'card--pressed',
      onClick: onPress,
    })}
  >
    {title && (
      <View className="card__title" role="heading" aria-level={2}>
        {title}
      </View>
    )}
    {children}
  </View>
)
