import { View } from '@tarojs/components'
import type { CSSProperties, PropsWithChildren } from 'react'
import { textStep } from './textStep'
import './Screen.scss'

/** The root of every page: paper, margins and the size of text this person reads. */
export const Screen = ({ children }: PropsWithChildren) => (
  <View className="screen" style={{ '--text-step': textStep() } as CSSProperties}>
    {children}
  </View>
)
