import { View } from '@tarojs/components'
import type { RequestView } from '../../../contract/request'
import { leftWords, whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Notice } from '../../design/Notice/Notice'

const clockWords = { accept: '受理', reply: '给您回话', resolve: '办好', confirm: '确认' }

/** Whose clock is running, and until when. */
export const Turn = ({ request: { turn, clocks, mine } }: { request: RequestView }) => {
  if (turn.who === 'nobody') return null
  const [next] = clocks
  const over = !!next?.overdue
  const title =
    turn.who === 'reporter' ? (mine ? '等您看看办好了没有' : '等居民确认') : mine ? '网格员在办' : '等您办'
  return (
    <Notice kind={over ? 'danger' : turn.who === 'reporter' ? 'warn' : 'calm'} title={title}>
      {next && (
        <View>
          最晚 {whenWords(next.dueAt, now())} {turn.who === 'reporter' ? '前回复' : clockWords[next.name]}（
          {leftWords(next.dueAt, now())}）{over && turn.who === 'officer' ? '，已报给上一级' : ''}
        </View>
      )}
    </Notice>
  )
}
