import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './Button.scss'

interface Props {
  children: ReactNode
  onPress: () => void
  /** `main`: the one thing to do here; `plain`: besides; `danger`: call for help. */
  kind?: 'main' | 'plain' | 'danger'
  /** Says more than the words on it, for those who cannot see what is around it. */
  label?: string
  busy?: boolean
  disabled?: boolean
}

/** A big target that says what it does. While `busy` or `disabled` it does nothing and says so. */
export const Button = ({
  children,
  onPress,
  kind = 'plain',
  label,
  busy = false,
  disabled = false,
}: Props) => {
  const still = busy || disabled
  return (
    <View
      className={`button button--${kind}${still ? ' button--still' : ''}`}
      hoverClass="button--pressed"
      role="button"
      tabIndex={0}
      aria-label={label}
      aria-disabled={still}
      onClick={() => !still && onPress()}
    >
      {busy ? '请稍等…' : children}
    </View>
  )
}
