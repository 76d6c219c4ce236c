import { View } from '@tarojs/components'
import type { Photo } from '../../../contract/photo'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { PhotoStrip } from '../PhotoStrip/PhotoStrip'
import './Timeline.scss'

export interface Moment {
  at: number
  what: string
  by?: string
  text?: string
  photos?: readonly Photo[]
}

/** What happened, in order; each line says when, what and who. */
export const Timeline = ({ moments }: { moments: readonly Moment[] }) => (
  <View className="timeline" role="list">
    {moments.map(({ at, what, by, text, photos }, n) => (
      <View key={n} className="timeline__moment" role="listitem">
        <View className="timeline__head">
          {what}
          {by ? ` · ${by}` : ''}
        </View>
        <View className="timeline__when">{whenWords(at, now())}</View>
        {text && <View className="timeline__text">{text}</View>}
        {photos && <PhotoStrip photos={photos} />}
      </View>
    ))}
  </View>
)
