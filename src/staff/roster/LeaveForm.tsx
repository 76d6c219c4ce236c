import { View } from '@tarojs/components'
import { useState } from 'react'
import { type LeaveView, rosterService } from '../../../contract/roster'
import { day, startOfDay } from '../../../domain/time/china'
import { dateWords } from '../../../domain/time/words'
import { client } from '../../cloud/client'
import { now } from '../../cloud/now'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Field } from '../../design/Field/Field'
import { Notice } from '../../design/Notice/Notice'
import { Tiles } from '../../design/Tiles/Tiles'
import { CoverChoice } from './CoverChoice'
import { leaveWords } from './leaveWords'

const { setLeave, changeLeave } = client(rosterService)

const lengths = [1, 2, 3, 5, 7, 14] as const
/** First days offered at a time. */
const week = 7

interface Props {
  officerId: string
  /** The leave that is changed; a new one without. */
  leave?: LeaveView
  onDone: () => void
}

/** From which day, for how long, and who stands in. */
export const LeaveForm = ({ officerId, leave, onDone }: Props) => {
  const today = startOfDay(now())
  const [from, setFrom] = useState(leave?.from ?? today)
  const [days, setDays] = useState(leave ? String(Math.round((leave.to - leave.from) / day)) : '1')
  const [shown, setShown] = useState(week)
  const [coverId, setCoverId] = useState<string | undefined>(leave?.cover?.id)
  const setting = useSend(setLeave)
  const changing = useSend(changeLeave)
  const { sending, error } = leave ? changing : setting

  const count = /^\d{1,3}$/.test(days) ? Number(days) : 0
  const to = startOfDay(from) + count * day
  const begun = leave !== undefined && leave.from < now()
  const firstDays = Array.from({ length: shown }, (_, n) => today + n * day)
  const submit = async () => {
    const times = { from, to, ...(coverId && { coverId }) }
    const done = leave
      ? await changing.send({ id: leave.id, version: leave.version, ...times })
      : await setting.send({ officerId, ...times })
    if (done) onDone()
  }
  return (
    <View>
      {begun ? (
        <View>从{dateWords(from)}开始</View>
      ) : (
        <>
          <View className="roster__part">哪天开始？</View>
          <Tiles
            label="哪天开始"
            choices={firstDays.map((at, n) => ({
              value: String(at),
              words: ['今天', '明天', '后天'][n] ?? dateWords(at),
            }))}
            chosen={String(startOfDay(from))}
            onChoose={value => setFrom(Number(value))}
          />
          {shown < 9 * week && (
            <View className="roster__part">
              <Button onPress={() => setShown(shown + week)}>再往后的日子</Button>
            </View>
          )}
        </>
      )}
      <View className="roster__part">一共几天？</View>
      <Tiles
        label="一共几天"
        choices={lengths.map(length => ({ value: String(length), words: `${length}天` }))}
        chosen={days}
        onChoose={setDays}
      />
      <Field
        label="或者填天数"
        value={days}
        onChange={setDays}
        most={3}
        {...(error?.field === 'to' && { error: error.message })}
      />
      {count > 0 && (
        <CoverChoice officerId={officerId} from={from} to={to} chosen={coverId} onChoose={setCoverId} />
      )}
      {error && error.field !== 'to' && <Notice kind="danger">{error.message}</Notice>}
      {count > 0 && <View className="roster__part">{leaveWords({ from, to })}</View>}
      <Button kind="main" busy={sending} disabled={count === 0} onPress={() => void submit()}>
        {leave ? '改好了' : '登记请假'}
      </Button>
    </View>
  )
}
