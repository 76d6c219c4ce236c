import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { RequestLine, WorkingTime } from '../../../contract/requestView'
import { closedStatuses, statusWords } from '../../../contract/statuses'
import { clockLeft, clockState } from '../../../domain/deadline/clockWords'
import { whenWords } from '../../../domain/time/words'
import { now } from '../../cloud/now'
import { Card } from '../Card/Card'
import { Tag } from '../Tag/Tag'
import './RequestRow.scss'

interface Props {
  line: RequestLine
  /** Whose words to use. */
  side?: 'resident' | 'staff'
  /** The part of the working calendar that came with the list. */
  workingTime?: WorkingTime
}

/** One request in a list; touching it opens it. */
export const RequestRow = ({ line, side = 'resident', workingTime }: Props) => {
  const { id, status, label, text, place, createdAt, clock, handler, households } = line
  const open = !closedStatuses.includes(status)
  return (
    <Card
      label={`${statusWords[status][side]}：${text}`}
      onPress={() => void Taro.navigateTo({ url: `/pages/request/index?id=${id}` })}
    >
      <View className="row__tags">
        <Tag kind={label.urgent ? 'danger' : 'calm'}>{label.words}</Tag>
        <Tag kind={status === 'resolved' ? 'warn' : 'quiet'}>{statusWords[status][side]}</Tag>
        {households > 1 && <Tag>{`${households} 户`}</Tag>}
      </View>
      <View className="row__text">{text}</View>
      <View className="row__more">
        {place ? `${place} · ` : ''}
        {whenWords(createdAt, now())}
      </View>
      {open && clock && (
        <View className={clock.overdue ? 'row__due row__due--over' : 'row__due'}>
          {clockState(clock, { side, ...(handler && { handler }) })}，{clockLeft(clock, now(), workingTime)}
        </View>
      )}
    </Card>
  )
}
