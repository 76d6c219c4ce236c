import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ClockName } from '../../../contract/requestTerms'
import type { RequestView } from '../../../contract/requestView'
import { clockLeft } from '../../../domain/deadline/clockWords'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { confirmerWords } from './confirmerWords'

const clockWords: Record<ClockName, string> = {
  accept: '受理',
  danger: '确认是不是急事',
  reply: '回话',
  onSite: '到现场',
  controlled: '控制住险情',
  resolve: '办好',
  progress: '说说进展',
  review: '再看能不能办',
  objection: '答复意见',
  answer: '补充',
  confirm: '回复',
}

/** A danger has seven clocks: an officer sees these many, and the others when asked for. */
const nextClocks = 2

/** Whose clock is running, what is left of it, and until when; every open clock has its line. */
export const Turn = ({ request }: { request: RequestView }) => {
  const { turn, clocks, workingTime, mine } = request
  const [all, setAll] = useState(false)
  const [next] = clocks
  if (turn.who === 'nobody' || !next) return null
  const kind = next.overdue ? 'danger' : turn.who === 'reporter' ? 'warn' : 'calm'
  const shown = mine || all ? clocks : clocks.slice(0, nextClocks)
  return (
    <Notice kind={kind} title={titleOf(request)}>
      {shown.map(clock => (
        <View key={clock.name}>
          {clock.paused
            ? `${clockWords[clock.name]}的时间停着`
            : `最晚 ${whenWords(clock.dueAt, now())} 前${clockWords[clock.name]}`}
          （{clockLeft(clock, now(), workingTime)}）
          {!mine && clock.warnsAt !== undefined && `，${whenWords(clock.warnsAt, now())} 提醒`}
        </View>
      ))}
      {shown.length < clocks.length && (
        <Button onPress={() => setAll(true)}>全部时限（{clocks.length}）</Button>
      )}
    </Notice>
  )
}

const titleOf = ({ status, turn, mine, handler, source = 'resident' }: RequestView): string => {
  if (status === 'needInfo') return mine ? '请您补充几句' : '等居民补充'
  if (turn.who === 'reporter') return mine ? '等您看看办好了没有' : confirmerWords[source]
  if (status === 'suspended') return '眼下办不了，先挂账'
  return mine ? `${handler?.post ?? '街道'}在办` : '等您办'
}
