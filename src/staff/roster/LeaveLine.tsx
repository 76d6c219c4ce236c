import { View } from '@tarojs/components'
import { useState } from 'react'
import { type LeaveView, rosterService } from '../../../contract/roster'
import { client } from '../../cloud/client'
import { now } from '../../cloud/now'
import { useSend } from '../../cloud/useSend'
import { Button } from '../../design/Button/Button'
import { Notice } from '../../design/Notice/Notice'
import { Tag } from '../../design/Tag/Tag'
import { LeaveForm } from './LeaveForm'
import { coverWords, leaveWords } from './leaveWords'

const { endLeave } = client(rosterService)

interface Props {
  officerId: string
  name: string
  leave: LeaveView
  onChanged: () => void
}

/** One leave: when, who stands in, and what can still be changed about it. */
export const LeaveLine = ({ officerId, name, leave, onChanged }: Props) => {
  const [isOpen, setOpen] = useState(false)
  const { send, sending, error } = useSend(endLeave)
  const begun = leave.from <= now()
  const end = async () => {
    if (await send({ id: leave.id, version: leave.version })) onChanged()
  }
  return (
    <View className="roster__part">
      <Tag kind={leave.cover ? 'calm' : 'warn'}>{begun ? '正在请假' : '将要请假'}</Tag>
      <View>
        {leaveWords(leave)}，{coverWords(leave)}
      </View>
      {error && <Notice kind="danger">{error.message}</Notice>}
      <View className="roster__part">
        <Button label={`改${name}的请假`} onPress={() => setOpen(!isOpen)}>
          {isOpen ? '先不改' : '改日子或代班的人'}
        </Button>
      </View>
      {isOpen ? (
        <LeaveForm
          officerId={officerId}
          leave={leave}
          onDone={() => {
            setOpen(false)
            onChanged()
          }}
        />
      ) : (
        <Button
          label={begun ? `${name}已经回来上班` : `取消${name}的请假`}
          busy={sending}
          onPress={() => void end()}
        >
          {begun ? '已经回来上班' : '不请了'}
        </Button>
      )}
    </View>
  )
}
