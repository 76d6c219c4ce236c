import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { NeighbourLine } from '../../../contract/requestSimilar'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Card } from '../Card/Card'
import { Tag } from '../Tag/Tag'
import { neighbourStatus } from './neighbourStatus'
import './NeighbourRow.scss'

interface Props {
  line: NeighbourLine
  /** Why it is shown here. */
  reasons?: readonly string[]
  /** What can be done about it. */
  children?: ReactNode
  onPress?: () => void
}

/** A matter of the neighbourhood, as everybody may see it. */
export const NeighbourRow = ({ line, reasons = [], children, onPress }: Props) => {
  const { what, place, status, households, createdAt } = line
  return (
    <Card {...(onPress && { onPress, label: `${what}，${place}，${neighbourStatus[status]}` })}>
      <View className="neighbour__what">
        {what}
        {place && ` · ${place}`}
      </View>
      <Tag kind="quiet">{neighbourStatus[status]}</Tag>
      {households > 1 && <Tag>{`${households} 户遇到`}</Tag>}
      <View className="neighbour__more">
        {[`${whenWords(createdAt, now())}反映`, ...reasons].join(' · ')}
      </View>
      {children}
    </Card>
  )
}
